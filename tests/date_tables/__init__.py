"""Pair tables of the date annotator, a module a language: sentences of our own, with a comment why each is there."""
