"""Words of a name, and beside it, that tell what it names: `... Bank`, `Lake ...`, `the ... mine`.

Called by `retype`. Data only; English, as the names of other languages' models need no such help.
"""

import re

_ORGANIZATION_HEADS = """
Academy Agency Airlines Airways Alliance Assembly Associates Association Athletic Authority Bank Board Bros Brothers
Bureau Cabinet Club Coalition College Commission Committee Company Confederation Congress Corp Corps Corporation Council
Department Federation Foundation Front Fund Gazette Group Hospital Holdings Hotspur Inc Industries Institute Institution
Insurance League Limited LLC LLP Ltd Ministry Motors Movement Network Orchestra Organisation Organization Parliament
Partners Party Pharmaceuticals Pictures PLC Plc plc Police Productions Records Rovers School Securities Senate
Services Society Software Studios Systems Technologies Telecom Television Times Tribune Trust Union University
Wanderers AG CF FC GmbH SA SC SpA
"""
_NOT_OF_PLACES = "Assembly Authority Bank Board Congress Federation Front League Union"
_LOCATION_HEADS = """
Airport Archipelago Avenue Basin Bay Beach Boulevard Canal Canyon Coast County Creek Desert Falls Glacier Gulf Harbor
Harbour Hills Island Islands Isles Lagoon Lake Mountain Mountains Ocean Peninsula Plateau Prefecture Province Reef River
Road Sea Strait Straits Street Valley
"""
_FACILITY_HEADS = """
Arena Base Basilica Bridge Castle Cathedral Complex Dam Gardens Palace Park Prison Square Stadium Station Terminal
Tower Tunnel Velodrome
"""
_EVENT_HEADS = """
Accident Battle Championship Championships Crisis Cup Derby Earthquake Festival Games Hurricane Intifada Massacre
Marathon Olympics Paralympics Rebellion Revolt Revolution Riots Summit Tournament Uprising War Wars
"""
_FACILITY_WORDS = """
airport bridge canal cathedral coalfield colliery dam desert harbour harbor mine oilfield peninsula pipeline prison
province quarry racecourse refinery reservoir river stadium station valley
"""
_VESSEL_WORDS = """
destroyer ferry freighter frigate liner orbiter rover satellite ship shuttle spacecraft spaceship submarine
tanker trawler vessel warship yacht USS HMS HMAS HMCS MV RMS
"""
_TAKES_IN = """
belief believe believed believes change changes confidence disappointed faith holding holdings interest interested
interests invest invested investing investment investments investors mandate position provision provisions role share
shareholder shareholders shares stake stakes stock trust trusted
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ORGANIZATION_HEADS = _set(_ORGANIZATION_HEADS)
"""Last words of names of organisations: what was taken for a person is one."""
OF_PLACE_HEADS = _set(
    "Academy Association Bank Church College Federation Institute Party Union University"
)
"""Those of them whose name goes on behind `of`."""
PLACE_TO_ORGANIZATION_HEADS = ORGANIZATION_HEADS - _set(_NOT_OF_PLACES)
"""Those of them that are not last words of states and regions too (Soviet Union, Russian Federation)."""
ORGANIZATION_OPENING = re.compile(
    r"(?:Academy|Association|Bank|Bureau|Chamber|Church|Committee|Council|Court|Department|Federation|Institute|"
    r"Ministry|Museum|Office|Organi[sz]ation|Party|Society|University) (?:of|for) "
)
CLUB = re.compile(
    r"(?:FC|F\.C\.|AFC|A\.F\.C\.|CF|C\.F\.|RCD|CD|C\.D\.|FK|SC|AC|A\.C\.|SV|VfB|VfL|BK|IFK|NK|SK|HC|UD|SD|PSV|TSV) [A-Z]|"
    r".*\w (?:FC|F\.C\.?|AFC|CF|C\.F\.?|FK|BK|SK|United|Rovers|Wanderers|Albion|Hotspur)\Z"
)
"""What clubs have before or behind the name of their town."""
LOCATION_HEADS = _set(_LOCATION_HEADS)
FACILITY_HEADS = _set(_FACILITY_HEADS)
"""Last words of names of buildings and grounds: what was taken for an organisation is a place."""
EVENT_HEADS = _set(_EVENT_HEADS)
EVENT_OPENING = re.compile(r"(?:Battle|Siege|Feast|War) of ")
LAW_OPENING = re.compile(r"(?:Treaty|Convention|Declaration|Peace|Armistice) (?:of|on|for) ")
PERSON_LIKE_HEADS = _set("Bay Beach Falls Hills Lake Street")
"""Those of them that are surnames too: a person has one unless a preposition or article says otherwise."""
PLACE_BEFORE = re.compile(r"\b(?:the|at|in|on|near|from|to|off|along|across|of) \Z")
LOCATION_OPENING = re.compile(
    r"(?:Cape|Lake|Mount|Mt\.?) [A-Z]|(?:Bay|Cape|Gulf|Isle|Strait|Sea|Straits) of "
)
FACILITY_AFTER = re.compile(rf" (?:{'|'.join(sorted(_set(_FACILITY_WORDS)))})\b")
"""What, behind a name, makes it that of a place: `the Ranger mine`."""
TAKES_IN = _set(_TAKES_IN)
"""Words behind which `in` is of no place: shares and trust are in companies and persons."""
VESSEL_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(_set(_VESSEL_WORDS)))}) [\"'“‘]?\Z")  # noqa: RUF001
"""What, before a name, makes it that of a ship or a spacecraft."""
