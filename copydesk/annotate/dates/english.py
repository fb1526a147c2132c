"""The English language pack: words only, no rules."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.lexicon import Lexicon


def _words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def _counted(text: str, start: int = 1) -> dict[str, int]:
    """The words of a list, numbered."""
    return {word: number for number, word in enumerate(text.split(), start)}


_WEEKDAYS = _counted("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = _counted(
    "january february march april may june july august september october november december"
)
_UNITS = {
    **{unit.value: unit for unit in Unit},
    "yr": Unit.YEAR,
    "min": Unit.MINUTE,
    "hr": Unit.HOUR,
}
_PLURAL_UNITS = {
    **{f"{unit.value}s": unit for unit in Unit if unit is not Unit.CENTURY},
    "centuries": Unit.CENTURY,
    "millennia": Unit.MILLENNIUM,
    "yrs": Unit.YEAR,
    "mins": Unit.MINUTE,
    "hrs": Unit.HOUR,
}
_PARTS = {
    "dawn": "MO",
    "morning": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
}
_HOLIDAYS = {
    "new year's day": "new_year",
    "new year's eve": "new_years_eve",
    "new year's": "new_year",
    "new years eve": "new_years_eve",
    "new years day": "new_year",
    "epiphany": "epiphany",
    "martin luther king day": "martin_luther_king_day",
    "martin luther king jr . day": "martin_luther_king_day",
    "valentine's day": "valentines_day",
    "st . patrick's day": "st_patricks_day",
    "st patrick's day": "st_patricks_day",
    "ash wednesday": "ash_wednesday",
    "palm sunday": "palm_sunday",
    "maundy thursday": "maundy_thursday",
    "good friday": "good_friday",
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter_monday",
    "ascension day": "ascension_day",
    "pentecost": "pentecost",
    "may day": "labour_day_may",
    "mother's day": "mothers_day",
    "memorial day": "memorial_day",
    "father's day": "fathers_day",
    "independence day": "independence_day",
    "fourth of july": "independence_day",
    "labor day": "labor_day",
    "labour day": "labor_day",
    "columbus day": "columbus_day",
    "halloween": "halloween",
    "all saints ' day": "all_saints_day",
    "all saints day": "all_saints_day",
    "veterans day": "veterans_day",
    "veterans ' day": "veterans_day",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "black friday": "black_friday",
    "christmas eve": "christmas_eve",
    "christmas": "christmas",
    "christmas day": "christmas",
    "boxing day": "boxing_day",
}
_TENS = {
    word: 10 * number
    for word, number in _counted("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}

ENGLISH = Lexicon(
    language_code="en",
    months=_MONTHS,
    month_abbreviations={
        **{month[:3]: number for month, number in _MONTHS.items() if month != "may"},
        "sept": 9,
    },
    months_also_words=_words("may march"),
    months_capitalised=_words("may march august"),
    months_also_names=_words("april may june august march january"),
    weekdays=_WEEKDAYS,
    weekday_abbreviations={
        **{day[:3]: number for day, number in _WEEKDAYS.items()},
        "tues": 2,
        "thur": 4,
        "thurs": 4,
    },
    weekdays_in_names=_words("bloody holy cyber super fat shrove man ruby"),
    weekday_names_after=_words(
        "times telegraph mirror express mail herald independent sun magazine league island islands"
    ),
    units=_UNITS,
    plural_units=_PLURAL_UNITS,
    seasons={"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    parts_of_day=_PARTS,
    plural_parts_of_day={f"{word}s": part for word, part in _PARTS.items()},
    numbers=_counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
        0,
    ),
    tens=_TENS,
    multiples={"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000},
    ordinals={
        **_counted(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        "thirtieth": 30,
    },
    indefinite=_words("several few many some numerous multiple various"),
    deictic=_words("the its last past next previous coming recent these"),
    day_words={"today": 0, "yesterday": -1, "tomorrow": 1},
    recurrences={
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "biweekly": "P2W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        "yearly": "P1Y",
        "annually": "P1Y",
        "hourly": "PT1H",
    },
    decades=_counted("twenties thirties forties fifties sixties seventies eighties nineties", 2),
    holidays={tuple(name.split()): key for name, key in _HOLIDAYS.items()},
    time_zones=_words("gmt utc est edt et pst pdt pt cst cdt cet cest bst ist eastern local"),
    before_year=_words(
        "in of since by from to until till through before during after for and between around late"
        " early mid circa fiscal year the summer spring fall autumn winter season quarter half - ("
    ),
    never_before_year=_words(
        "resolution resolutions flight room route highway channel model article articles section"
        " directive regulation order boeing airbus windows no no. number numbers nos page pages lot"
        " unit suite box psalm iso rfc bus train line gate law decree bill act area code pin chapter"
        " paragraph version v level lines hull apollo convoy squadron battalion regiment patent"
        " about nearly some over than almost only least approximately roughly another additional"
        " x + = < > ~ @ $ £ € ¥ #"
    ),
    never_after_year=_words(
        "% percent people points miles feet shares soldiers troops men women workers jobs million"
        " billion trillion tons tonnes meters metres kilometers kilometres km kg employees dollars"
        " pounds euros francs yen copies words pages votes seats deaths cases students members"
        " homes houses units times years months weeks days hours minutes seconds police officers"
        " refugees migrants families children patients prisoners civilians fans bc bce"
        " protesters demonstrators calories acres hectares degrees rubles roubles rupees yuan € $ x"
    ),
    before_month=_words(
        "in last next this of early late mid by since until through from to for between and - during"
        " before after till every each ; ( around past previous following coming begins began starts"
        " started ends ended on as sometime"
    ),
    after_month=_words("and or to through of this last next - until"),
    future_words=_words(
        "will 'll wo shall going expects expect upcoming tomorrow planning plans intends aims hopes"
        " forthcoming would could should might may can"
    ),
    past_words=_words(
        "said was were had did went came took made got gave told found thought saw became left felt"
        " kept brought began held wrote stood heard meant met ran paid sat spoke lost fell sent built"
        " fought led grew spent caught bought won rose drew broke shot struck flew drove threw sold"
        " taught bore hung dealt"
    ),
    present_words=_words("is are has have 's 're says remains begins starts opens meets"),
    past_suffix="ed",
    not_past=_words("hundred indeed need speed united seed breed exceed proceed shed wed embed"),
    planned_words=_words("planned scheduled slated set due expected enters enter takes take"),
    planned_after=_words("for to on in at by before into effect"),
    future_before=_words("until till by starting beginning"),
)
