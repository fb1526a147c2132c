"""The gazetteer: places of the world with their names, which place a name means, and where a text names one.

Called by the entity annotator. Three parts: `places` (name -> place, read from the shipped tables), `linking`
(the names of one document -> places) and `tier` (spans, for languages without a model). Importing it reads no file.
"""
