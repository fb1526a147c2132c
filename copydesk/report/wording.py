"""Numbers with their nouns, as the sentences of the page have them."""


def counted(count: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "document"), counted(1200, "place")
    ('1 document', '1,200 places')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
