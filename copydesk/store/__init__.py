"""What touches disk: raw files in, Parquet files, the manifest log and the published views out."""
