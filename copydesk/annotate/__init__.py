"""The annotators: each a pure function from documents to stand-off annotations with a name and a version."""
