"""English: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_WEEKDAY = "[<weekday> [,] [the]]"
_YEAR = "[[,] <yearref>]"
_QUARTER = "[comparable|corresponding|same|latest|current] [fiscal]"
_OF_YEAR = "[[,] [of] [fiscal] <yearref>]"
_QUALIFIER = (
    "[full|more|consecutive|straight|additional|calendar|trading|business|working|fiscal|whole|long"
    "|short|solid|successive]"
)
_COUNT = "last|past|next|coming|previous|following|upcoming|preceding"
_RATES = (
    "#|million|billion|cents|dollars|percent|hours|days|nights|months|weeks|minutes|pounds|times|time"
    "|twice|once"
)
_MODALS = "will|would|to|can|could|may|might|must|should|shall|not"  # "will last two days"
_PERIOD = "{lower_end} {before=for|in|during|over|of} {after=.|,|^|;|to|)}"
_NO_POINT_AHEAD = "{before=in} {not_before=time_in|times_in} {not_after=that|of|or|to|-|--|'s|'}"
_CLAUSE_END = "{after=.|,|;|)|^}"
_SEASON_BEFORE = "{before=in|of|during|for|by|over|through|this|until|since|into} {not_after=of}"
_SHARPENED = "{before=early|late|mid|early-|late-|mid-}"
_NOUN_END = "{after=.|,|;|and|for|is|was|\"|''|to|of|that|if|as|by|with|they|?|!|)|-|--|he|she|we|but|in|on|^}"
_ATTACKS = (
    (("9 / 11",), "{not_before=#|/|-|$} {not_after=/|#|%}"),
    (
        ("september 11", "sept . 11", "sept 11"),
        "{after=attacks|terrorist|hijackers|hijackings|commission}",
    ),
)
_RESULTS = "{after=profit|profits|results|earnings|sales|revenue|revenues|net|loss|losses|operating|pretax|pre|figures|growth}"
_VERBS = (
    "is|was|has|does|this|as|its|his|us|lasts|takes|spends|costs|gives|needs|requires|gets|makes|adds|means|loses|saves"
    "|earns|lets|plus|less|perhaps|always|besides|towards|across|thus|yes|years|months|weeks|days|s|'s"
)
_THINGS = (
    "war|conflict|truce|ceasefire|cease|strike|dispute|feud|government|coalition|siege|insurgency|uprising|rebellion"
    "|crisis|law|ban|embargo|policy|agreement|deal|treaty|pact|investigation|lawsuit|standoff|campaign|blockade|lockout"
    "|tradition|practice|rule|slump|boycott|occupation|civil|trade|revolt|protests|company|firm"
)
"""An age of these is a length of time; that of people is none (TimeBank and AQUAINT: 0 of 34 marked)."""
_CLOCKS = (
    "<hour> <meridiem> [<zone>] {tail}",
    "<hour> o'clock [<zone>] {tail}",
    "<hour> <zone> {tail}",
    "<hourdigits> <zone> {tail}",
    "noon [<zone>] {tail} {minutes=720}",
    "midnight [<zone>] {tail} {minutes=0}",
    "midday {tail} {minutes=720} {before=at|by|until|till|around|about|from|to|before|after}",
    "<clocktime> {tail} {before=at|by|until|till|around|about|from|to|-|--|before|after}",
)
_DAYS_AFTER_CLOCK = (
    "[,] [on] <weekday>",
    "[,] [on] [<weekday> [,]] <month> <day> [[,] <year>]",
    "[,] [on] <day> <month> [[,] <year>]",
    "<dayword>",
    "",
)

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        f"<number> [-] <unit> [-] old|olds {{not_after={_THINGS}}}",
        f"<cardinal> [-] <units> [-] old|olds {{not_after={_THINGS}}}",
        "[a] several|few <units> old",
        "<number> <units> of age",
        "now and again|then",
        "[the] [very] end|close|rest of the day",  # an idiom
        "seconds",
        "quarters",  # of a town; those of years have a number or "recent" before them
        "a|one|three quarter|quarters of",  # a share
        "three|one [-] quarters|quarter",
        "[the] [very] early|small hours",
    ),
    "month_day": (
        f"{_WEEKDAY} <month> [the] <day> {_YEAR}",
        f"{_WEEKDAY} <day> [of] <month> {_YEAR}",
        "<day> - <month> - <year>",
        *(
            f"{day} {{month=9}} {{day=11}} {{year=2001}} {guard}"
            for days, guard in _ATTACKS
            for day in days
        ),
    ),
    "ordinal_day": (f"<ordinal> of <month> {_YEAR}", f"<month> the <ordinal> {_YEAR}"),
    "nth_weekday": (
        f"[the] <ordinal> <weekday> of|in <month> {_YEAR}",
        f"[the] last <weekday> of|in <month> {_YEAR} {{ordinal=-1}}",
    ),
    "week_of_year": (
        "[the] <ordinal> [full] week of|in [the year] <yearref>",
        "week <cardinal:ordinal> of|in [the year] <yearref>",
    ),
    "week_of_month": (
        # the last week of a year ends with December
        "[the] last|final week of [the year] <yearref> {ordinal=-1} {month=12}",
        f"[the] <ordinal> [full] week of|in <month> {_YEAR}",
        f"[the] last|final week of|in <month> {_YEAR} {{ordinal=-1}}",
    ),
    "week_of_day": (
        f"the week of <month> <day> {_YEAR}",
        f"the week of <day> <month> {_YEAR}",
        f"the weekend of <month> <day> {_YEAR} {{unit=weekend}}",
        f"the weekend of <day> <month> {_YEAR} {{unit=weekend}}",
    ),
    "month": ("<month> [,] <yearref>", "<month> of <yearref>", "<month> of that year {told=1}", "<month>"),
    "year": (
        "<bareyear>",
        "fiscal [year] <year>",
        "the fiscal|financial|calendar|tax year <year>",
        "[the] <bareyear> fiscal|financial|calendar|tax year",
        "fy <year>",
        "year <year>",
        "[the] year two thousand {year=2000}",
    ),
    "decade": ("[the] <decade>", "the <decadeword>", "<decadeword> {before=the|early|late|mid|-}"),
    "century": ("[the] <ordinal> [-] century",),
    "quarter": (
        f"[the] {_QUARTER} <ordinal> [fiscal] quarter {_OF_YEAR}",
        f"{_QUARTER} <ordinal> - [fiscal] quarter {_OF_YEAR}",
        "[the] <ordinal> quarter of the year",
        "[the] <bareyear> [-] <ordinal> [-] quarter",
        "<quartername> [[,] [of] <yearref>]",
        "<yearref> <quartername>",
        "[fiscal] <yearref> 's [fiscal] <ordinal> [-] quarter",
        "[fiscal] <year> ' s [fiscal] <ordinal> [-] quarter",
        "[the] last|final|closing [fiscal] quarter of <yearref> {ordinal=4}",
    ),
    "quarter_year_ago": (
        "[the] year - ago|earlier <ordinal> quarter",
        "[the] <ordinal> quarter a year ago|earlier",
    ),
    "half": (
        "[the] <ordinal> [-] [fiscal] half [of] [fiscal] <yearref>",
        "[the] <ordinal> [-] [fiscal] half of the year",
        "[the] last|latter|final half of <yearref> {ordinal=2}",
        "[the] former half of <yearref> {ordinal=1}",
        f"<ordinal> - half {_RESULTS}",
    ),
    "latest_quarter": ("the [latest|most] [recent] quarter", "[the] latest|same quarter"),
    "told_quarter": (
        "[the] latest|same period",
        "[the] same|corresponding|comparable quarter|period of|in <bareyear>",
        "[the] <bareyear> quarter|period",
    ),
    "year_before_quarter": (
        "[the] [comparable|corresponding|same] year - ago|earlier quarter|period",
        "[the] same|corresponding|comparable quarter|period last year",
        "[the] same|corresponding|comparable quarter|period of last year",
        "[the] same|corresponding|comparable quarter|period a year ago|earlier",
        "the quarter a year ago|earlier",
        "year - ago|earlier [quarter|period]",
    ),
    "season": (
        "[the] <season> [of] <yearref>",
        "[the] <step> <season>",
        f"the <season> {_SEASON_BEFORE}",
        f"<season> {_SHARPENED}",
        "<season> {before=by|until|till} {after=.|,|;|and|^}",
        "this coming <season> {step=1}",
        "this past <season> {step=-1}",
    ),
    "holiday": ("<holiday> [[,] <yearref>]", "<step> <holiday>"),
    "holiday_weekend": ("<holiday> weekend",),
    "year_end": ("year - end [<yearref>]",),
    "day_word": (
        "<dayword> {not_before=usa}",  # a newspaper
        "the day before yesterday {dayword=-2}",
        "the day after tomorrow {dayword=2}",
    ),
    "part_of_day": (
        "<dayword> <part>",
        "<weekday> <part>",
        "<step> <weekday> <part>",
        "[mid -] <part> <dayword>",
        f"[the] <part> of [<weekday> [,]] <month> <day> {_YEAR}",
        f"[the] <part> of <day> <month> {_YEAR}",
        "tonight|overnight {dayword=0} {part=NI}",
        "overnight [on] <weekday> {part=NI}",
        "this <part> {step=0}",
        "last <part> {step=-1}",
        "the <part> {before=in}",
        "that [same] <part>",
        "the next|following <part> {later=1}",
        "the previous <part> {later=-1}",
        f"<part> {_SHARPENED}",
    ),
    "weekend": ("the weekend",),
    "one_unit": (
        "[the] past decade {unit=decade}",  # as long as one, not the one before
        "[the] past century {unit=century}",
        "[the] last|past|next hour {unit=hour}",
        "<unit> - long",
        *(f"{unit}long {{unit={unit}}}" for unit in ("day", "week", "month", "year", "decade")),
        "the year {unit=year} {after=ended|ending}",
    ),
    "told_weekday": ("the following <weekday> {step=1}",),
    "told_unit": ("the <told> <unit>", "the <unit> before {step=-1}", "the <unit> after {step=1}"),
    "relative_unit": (
        "<step> [fiscal] [full] <unit>",
        "latest [fiscal] [full] <unit> {step=0}",
        "preceding [fiscal] [full] <unit> {step=-1}",
        "following [fiscal] [full] <unit> {step=1}",
        "the last|past [fiscal] [full] <unit> {step=-1}",
        "this past <unit> {step=-1}",
        "the current|latest [fiscal] [full] <unit> {step=0}",
        "the coming <unit> {step=1}",
        "the last|past <unit> or so {step=-1}",
        "the next <unit> or so {step=1}",
        "the <unit> before last {step=-2}",
        "the <unit> after next {step=2}",
    ),
    "relative_weekday": (
        "[the] <step> <weekday>",
        "this past <weekday> {step=-1}",
        "this coming <weekday> {step=1}",
    ),
    "weekday_of": ("<weekday> [of] <step> week",),
    "relative_month": ("[the] <step> <month> [<day>]",),
    "same_unit": (
        "that [same] <unit>",
        "[the] same <unit>",
        "the full|fiscal <unit>",
        f"the year {{unit=year}} {_PERIOD}",
        f"the month {{unit=month}} {_PERIOD}",
        f"the week {{unit=week}} {_PERIOD}",
    ),
    "part_of_unit": (
        "earlier in the <unit> {mod=EARLIER}",
        "later in the <unit> {mod=LATER}",
        "[the] [very] beginning|start of the <unit> {mod=START}",
        "[the] middle of the <unit> {mod=MID}",
        "[the] [very] end|close|rest of the <unit> {mod=END}",
        "year end {unit=year} {mod=END}",
        "[the] year 's end {unit=year} {mod=END}",
    ),
    "ago": ("<number> <unit> [or so] ago", "<number> <units> [or so] ago"),
    "from_now": (
        "<number> <unit> [or so] from now",
        "<number> <units> [or so] from now",
        "<number> <units> hence",
    ),
    "in": (f"<number> <unit> {_NO_POINT_AHEAD}", f"<number> <units> {_NO_POINT_AHEAD}"),
    "earlier": (
        "<number> <unit> earlier",
        "<number> <units> earlier",
        f"<number> <unit> before {_CLAUSE_END}",
        f"<number> <units> before {_CLAUSE_END}",
    ),
    "later": ("<number> <unit> later", "<number> <units> later"),
    "set": (
        "every|each [single] <unit>",
        "every <number> <units>",
        "weekends {before=on|at} {unit=weekend}",
        "every other|second <unit> {number=2}",
        "per <unit>",
        f"a|an <unit> {{before={_RATES}}}",  # twice a week
        f"a|an <unit> {{before=*s}} {{not_before={_VERBS}}} {{not_after=and|ago|earlier|later|before|after|-|or|of|in}}",
    ),
    "set_weekday": (
        "every|each [single|other|second] <weekday> [<part>]",
        "<weekdays>",
        "<weekday> <parts>",
    ),
    "set_turn": ("<turn>", "quarterly {turn=P1Q} {after=.|,|;|)|^}"),
    "set_month": ("every|each [single] <month>",),
    "set_season": ("every|each [single] <season>",),
    "set_part": ("every|each [single] <part>",),
    "duration": (
        f"<number> [-] {_QUALIFIER} <unit> {{not_after=-}}",
        f"<number> [-] {_QUALIFIER} <units> {{not_after=-}}",
        "<number> - <unit> - long",
        f"<number> [-] <unit> [-] old {{after={_THINGS}}}",
        "<number> <units> or so",
        "<number> to|or|- <number:second> [-] <units>",
        f"[the] {_COUNT} <number> to|or|- <number:second> <units>",
        f"[the] {_COUNT} <number> <units> or so",
        "half - hour {number=0.5} {unit=hour}",
        "[the] [last|past] quarter [-] century {number=0.25} {unit=century}",
        f"[the|these] {_COUNT} <number> [-] {_QUALIFIER} <units> {{not_before={_MODALS}}}",
        "the first|last|final|initial|latest <cardinal> <units>",
        "the <cardinal> <units> [period]",
        "<number> - <unit> period",
        "<number> <unit> and a half {added=0.5}",
        "<number> <units> and a half {added=0.5}",
        "[the] last|past|next <unit> and a half {number=1} {added=0.5}",
    ),
    "indefinite_duration": (
        f"[the] {_COUNT} <units> {{not_before={_MODALS}}}",
        "<units> {not_before=old|-} {not_after=-|--|old}",
        "<units> - long|old",
        "recent <units>",
        f"[the] recent|{_COUNT} <units> and|or <units:second> {{not_before={_MODALS}}}",
        "<units> or <units:second> {not_before=-}",
    ),
    "clock": (
        *(clock.replace("{tail}", day) for clock in _CLOCKS for day in _DAYS_AFTER_CLOCK),
        "<hour> [o'clock] in the <part>",
        "<hour> <meridiem> [<zone>] this <part> {step=0}",
    ),
    "vague_ahead": (
        "soon {not_before=as|too|how|so} {not_after=as|after|before} {ref=FUTURE_REF}",
    ),
    "vague": (
        "now {not_after=-} {ref=PRESENT_REF}",
        "currently|presently|nowadays {ref=PRESENT_REF}",
        "these days {ref=PRESENT_REF}",
        "current {ref=PRESENT_REF}",
        f"the present {_NOUN_END} {{ref=PRESENT_REF}}",
        "[more] recently {ref=PAST_REF}",
        "lately {ref=PAST_REF}",
        "recent years {ref=PAST_REF}",
        "<units> ago {ref=PAST_REF}",
        f"the past {_NOUN_END} {{ref=PAST_REF}}",
        "the past {before=in} {after=it|has|had|have|when|there|because|would|could|can|were|are|where|i|you} {ref=PAST_REF}",
        f"the future {_NOUN_END} {{ref=FUTURE_REF}}",
        "the near|foreseeable|immediate|distant future|term {ref=FUTURE_REF}",
        "[the] future <units> {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": ("[the] early [-] [in]", "[the] [very] beginning|start|turn of"),
    "MID": ("[the] mid [-] [in]", "[the] [very] middle of"),
    "END": ("[the] late [-] [in]", "[the] [very] end|close|rest|remainder of"),
    "APPROX": ("about|around|approximately|roughly|nearly|almost|circa",),
    "MORE_THAN": (
        "over {before=for|after|in|within|of|by|just|well|and|lasts|lasted|takes|took|spent|waited|last}",
        "more|longer than",
    ),
    "LESS_THAN": ("under", "less|fewer than"),
    "EQUAL_OR_MORE": ("at least", "no less|fewer than"),
    "EQUAL_OR_LESS": ("up to", "no more|longer than"),
    "EARLIER": ("earlier",),
    "LATER": ("later",),
}
