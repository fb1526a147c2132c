"""What is loaded once and inherited by all forked processes: modules, language profiles, patterns."""

from uuid import UUID

from copydesk import checks, maintenance, pipeline
from copydesk.annotate import boilerplate, dates, language, sentences
from copydesk.records import DocId, Document
from copydesk.text import segment

__all__ = ["checks", "maintenance", "pipeline"]

language.warm()
for text in ("Der Rat tagt am 4. März 2025.\n", "La mairie est fermée.\n", "码头表决推迟\n"):
    lines = segment.lines(text)
    document = Document(DocId(UUID(int=0)), text, lines, segment.paragraphs(text, lines))
    guesses = language.annotate(document, boilerplate.annotate(document))
    sentences.annotate(document, guesses[0].language_code)
    dates.annotate(document, guesses[0].language_code)
