"""How American news abbreviates the states of the USA behind the name of a town.

Called by the linker for the second name in `Lebanon, Pa.`.
"""

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


@cache
def _full_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in _ABBREVIATIONS.split(";"):
        *short, full = entry.split()
        names |= dict.fromkeys(
            [*short, *(one.rstrip(".") for one in short)], full.replace("_", " ")
        )
    return names
