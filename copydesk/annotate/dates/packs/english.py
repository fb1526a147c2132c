"""English: the words. Its phrases are in `english_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.english_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import numbered, phrases, shared, words

_MONTHS = numbered(
    "january february march april may june july august september october november december"
)
_WEEKDAYS = numbered("monday tuesday wednesday thursday friday saturday sunday")
_PARTS = {
    **shared("MO", "dawn morning"),
    **shared("MI", "midday lunchtime"),
    "afternoon": "AF",
    **shared("EV", "evening dusk"),
    "night": "NI",
}
_MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FILLERS = ("additional", "full", "whole", "single", "further", "mere", "record")
_HOLIDAYS = {
    "new year's day": "new_year",
    "new year's eve": "new_years_eve",
    "new year's": "new_year",
    "new years eve": "new_years_eve",
    "new years day": "new_year",
    "epiphany": "epiphany",
    "presidents' day": "presidents_day",
    "presidents day": "presidents_day",
    "anzac day": "anzac_day",
    "canada day": "canada_day",
    "bastille day": "bastille_day",
    "armistice day": "veterans_day",
    "shrove tuesday": "shrove_tuesday",
    "martin luther king day": "martin_luther_king_day",
    "martin luther king jr. day": "martin_luther_king_day",
    "valentine's day": "valentines_day",
    "st. patrick's day": "st_patricks_day",
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
    "all saints' day": "all_saints_day",
    "all saints day": "all_saints_day",
    "veterans day": "veterans_day",
    "veterans' day": "veterans_day",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "black friday": "black_friday",
    "christmas eve": "christmas_eve",
    "christmas": "christmas",
    "xmas": "christmas",
    "christmas day": "christmas",
    "boxing day": "boxing_day",
}

ENGLISH = LanguagePack(
    language_code="en",
    ordinal_suffixes=("st", "nd", "rd", "th"),
    decade_suffixes=("s",),
    has_decade_sign=True,
    months=_MONTHS,
    month_abbreviations={
        **{month[:3]: number for month, number in _MONTHS.items() if month != "may"},
        "sept": 9,
    },
    months_also_words=words("may march"),
    months_capitalised=words("may march august"),
    months_also_names=words("april may june august march january"),
    weekdays=_WEEKDAYS,
    weekday_abbreviations={
        **{day[:3]: number for day, number in _WEEKDAYS.items()},
        "tues": 2,
        "thur": 4,
        "thurs": 4,
    },
    names_capitalised=True,
    recurring_weekdays={f"{day}s": number for day, number in _WEEKDAYS.items()},
    names_before_weekday=words("bloody holy cyber super fat shrove man ruby"),
    names_after_weekday=words(
        "times telegraph mirror express mail herald independent sun magazine league island islands"
    ),
    seasons={"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    parts_of_day=_PARTS,
    recurring_parts_of_day={f"{word}s": part for word, part in _PARTS.items()},
    holidays=_HOLIDAYS,
    units={
        **{unit.value: unit for unit in Unit},
        "yr": Unit.YEAR,
        "min": Unit.MINUTE,
        "hr": Unit.HOUR,
    },
    plural_units={
        **{f"{unit.value}s": unit for unit in Unit if unit is not Unit.CENTURY},
        "centuries": Unit.CENTURY,
        "millennia": Unit.MILLENNIUM,
        "yrs": Unit.YEAR,
        "mins": Unit.MINUTE,
        "hrs": Unit.HOUR,
    },
    units_also_words=words("second quarter"),
    numbers=numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
        0,
    ),
    tens={
        ten: 10 * number
        for ten, number in numbered(
            "twenty thirty forty fifty sixty seventy eighty ninety", 2
        ).items()
    },
    multiples=_MULTIPLES,
    amounts={
        **shared(1, "a an"),
        **{f"{article} {filler}": 1 for article in ("a", "an") for filler in _FILLERS},
        **{f"a {multiple}": value for multiple, value in _MULTIPLES.items()},
        **dict.fromkeys(("couple", "couple of", "a couple", "a couple of"), 2),
        **dict.fromkeys(("a half-", "half a", "half an"), 0.5),
        **dict.fromkeys(("a quarter", "a quarter-", "a quarter of a", "a quarter of an"), 0.25),
        **shared(None, "several few many some numerous multiple various"),
        **dict.fromkeys(("a few", "a number of", "dozens of"), None),
    },
    added_amounts={"and a half": 0.5},
    ordinals={
        **numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        "thirtieth": 30,
    },
    quarter_names=numbered("q1 q2 q3 q4"),
    decades=numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2),
    year_centuries={"eighteen": 1800, "nineteen": 1900, "twenty": 2000},
    day_words={"today": 0, "yesterday": -1, "tomorrow": 1, "tmr": 1, "tmrw": 1},
    deictics={
        **shared(-1, "last past previous"),
        **shared(0, "this current"),
        **shared(1, "next coming upcoming"),
    },
    told_deictics={**shared(-1, "previous preceding prior"), **shared(1, "next following")},
    year_references={"last year": -1, "this year": 0, "next year": 1},
    recurrences={
        **shared("P1D", "daily nightly"),
        "weekly": "P1W",
        **shared("P2W", "biweekly fortnightly"),
        "monthly": "P1M",
        **shared("P1Y", "yearly annually"),
        **dict.fromkeys(("semi-annually", "semiannually", "biannually"), "P6M"),
        "hourly": "PT1H",
    },
    time_zones=frozenset(
        f"{zone}{time}"
        for zone in words("gmt utc est edt et pst pdt pt cst cdt cet cest bst ist eastern local")
        for time in ("", " time")
    ),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    before_approximate_day=words("around circa"),
    deictic_starts=words("the its last past next previous coming recent these"),
    range_words=words("to - through until till"),
    between_words=words("between"),
    and_words=words("and or &"),
    after_day=words(
        "in at of for with by and or to through when as after before during on were was is are will"
        " from against the , . ; : ) ] ! ? - ' 's but that while if inside near between until"
        ' "'
    ),
    before_year=words(
        "in of since by from to until till through before during after for and between around late early"
        " mid circa fiscal year the summer spring fall autumn winter season quarter half - ("
    ),
    never_before_year=words(
        "resolution resolutions flight room route highway channel model article articles section directive"
        " regulation order boeing airbus windows no no. number numbers nos page pages lot unit suite box"
        " psalm iso rfc bus train line gate law decree bill act area code pin chapter paragraph version v"
        " level lines hull apollo convoy squadron battalion regiment patent about nearly some over than"
        " almost only least approximately roughly another additional x + = < > ~ @ $ £ € ¥ #"
    ),
    never_after_year=words(
        "% percent people points miles feet shares soldiers troops men women workers jobs million billion"
        " trillion tons tonnes meters metres kilometers kilometres km kg employees dollars pounds euros"
        " francs yen copies words pages votes seats deaths cases students members homes houses units times"
        " years months weeks days hours minutes seconds police officers refugees migrants families children"
        " patients prisoners civilians fans bc bce protesters demonstrators calories acres hectares degrees"
        " rubles roubles rupees yuan € $ x"
    ),
    year_prefixes=words("mid pre post early late circa fiscal"),
    before_month=words(
        "in last next this of early late mid by since until through from to for between and - during before"
        " after till every each ; ( around past previous following coming begins began starts started ends"
        " ended on as sometime"
    ),
    after_month=words("and or to through of this last next - until"),
    never_after_month=words("be have not also well"),
    joining_words=words("and for to from by of"),
    before_joining=words("end start beginning middle rest close week weeks month days day half"),
    future_words=words(
        "will 'll wo shall going expects expect upcoming tomorrow planning plans intends aims hopes"
        " forthcoming would could should might may can"
    ),
    past_words=words(
        "said was were had did went came took made got gave told found thought saw became left felt kept"
        " brought began held wrote stood heard meant met ran paid sat spoke lost fell sent built fought led"
        " grew spent caught bought won rose drew broke shot struck flew drove threw sold taught bore hung"
        " dealt sought chose hid swept slept shook swore froze wrote rode woke"
    ),
    present_words=words("is are has have 's 're says remains begins starts opens meets"),
    past_suffixes=("ed",),
    not_past=words("hundred indeed need speed united seed breed exceed proceed shed wed embed"),
    before_participle=words("be is are being the a an its his her their our this these still as"),
    pluperfect_words=words("had"),
    future_phrases=phrases(
        "is to, are to, am to, to be, plan to, scheduled a, scheduled an, planned a, planned an"
    ),
    given_up_before=phrases("had been, had previously been"),
    planned_words=words(
        "forecast planned scheduled slated set due expected enters enter takes take"
    ),
    planned_after=words("for to on in at by before into effect"),
    future_before=phrases(
        "until, till, by, starting, beginning, as early as, as soon as, as late as"
    ),
    past_before=phrases("since"),
)
