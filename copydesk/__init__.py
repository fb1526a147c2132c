"""copydesk: folders of raw text in, an annotated warehouse that anyone can query with SQL out."""
