"""How American news abbreviates the states of the USA behind the name of a town.

Called by the linker for the second name in `Lebanon, Pa.`.
"""

import re
from functools import cache

_ABBREVIATIONS = """
Ala. AL Alabama; Ariz. AZ Arizona; Ark. AR Arkansas; Calif. Cal. CA California; Colo. CO Colorado; Conn. CT Connecticut; Del. DE Delaware;
Fla. FL Florida; Ga. GA Georgia; HI Hawaii; ID Idaho; Ill. IL Illinois; Ind. IN Indiana; IA Iowa; Kan. KS Kansas; Ky. KY Kentucky;
La. LA Louisiana; ME Maine; Md. MD Maryland; Mass. MA Massachusetts; Mich. MI Michigan; Minn. MN Minnesota; Miss. MS Mississippi;
Mo. MO Missouri; Mont. MT Montana; Neb. NE Nebraska; Nev. NV Nevada; N.H. NH New_Hampshire; N.J. NJ New_Jersey; N.M. NM New_Mexico;
N.Y. NY New_York; N.C. NC North_Carolina; N.D. ND North_Dakota; OH Ohio; Okla. OK Oklahoma; Ore. OR Oregon; Pa. PA Pennsylvania;
R.I. RI Rhode_Island; S.C. SC South_Carolina; S.D. SD South_Dakota; Tenn. TN Tennessee; Tex. TX Texas; UT Utah; Vt. VT Vermont;
Va. VA Virginia; Wash. WA Washington; W.Va. WV West_Virginia; Wis. WI Wisconsin; Wyo. WY Wyoming; D.C. DC District_of_Columbia
"""


def usual_state_name(name: str) -> str:
    """Give the state's full name for its abbreviation, any other name as it is.

    >>> usual_state_name("Pa."), usual_state_name("Bavaria")
    ('Pennsylvania', 'Bavaria')
    """
    return _full_names().get(name, name)


def state_behind(text: str, end: int) -> str | None:
    """Give the abbreviated state that stands behind a town and a comma, as it is written; None where none does.

    Args:
        text: The text.
        end: Where the name of the town ends.

    >>> state_behind("in Lebanon, Pa., on Monday", 10), state_behind("in Lebanon, on Monday", 10)
    ('Pa.', None)
    """
    found = _behind().match(text, end)
    return found[1] if found else None


@cache
def _behind() -> re.Pattern[str]:
    """Give what finds abbreviations: with their stops, or two capitals (`Kan.` is a name, `Miss` a title)."""
    names = [name for name in _full_names() if name.endswith(".") or name.isupper()]
    written = "|".join(re.escape(name) for name in sorted(names, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?:, ?| \()({written})(?!\w)")


@cache
def _full_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in _ABBREVIATIONS.split(";"):
        *short, full = entry.split()
        names |= dict.fromkeys(
            [*short, *(one.rstrip(".") for one in short)], full.replace("_", " ")
        )
    return names
