"""The language packs. A new one is a module of this package and a line here."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.arabic import ARABIC
from copydesk.annotate.dates.packs.chinese import CHINESE
from copydesk.annotate.dates.packs.dutch import DUTCH
from copydesk.annotate.dates.packs.english import ENGLISH
from copydesk.annotate.dates.packs.french import FRENCH
from copydesk.annotate.dates.packs.german import GERMAN
from copydesk.annotate.dates.packs.italian import ITALIAN
from copydesk.annotate.dates.packs.portuguese import PORTUGUESE
from copydesk.annotate.dates.packs.russian import RUSSIAN
from copydesk.annotate.dates.packs.spanish import SPANISH

PACKS: Mapping[str, LanguagePack] = {
    pack.language_code: pack
    for pack in (
        ENGLISH,
        GERMAN,
        SPANISH,
        PORTUGUESE,
        FRENCH,
        ITALIAN,
        DUTCH,
        RUSSIAN,
        CHINESE,
        ARABIC,
    )
}
"""By ISO 639-1 code."""
