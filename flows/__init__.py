"""The Prefect flows: when and where the pipeline runs, and what its runs show. Nothing else knows Prefect."""
