"""The timeline of a whole run: which sentence tells a day, how far from publication, and who is named there."""

from datetime import date

from small_warehouse import rows, run, write_files

STORY = (
    "Deich hält\n\n"
    "Am 14.03.2025 brach der alte Deich. Drei Dörfer standen unter Wasser. "
    "Der neue   wird am 1. Mai 2025 fertig, sagte die Gemeinde am Montag. Niemand weiß, was er kostet.\n"
)
FOOTER = "\nCopyright 2025 Nordpost. Alle Rechte vorbehalten.\n"


def told(tmp_path, sidecar=None, text=STORY):
    """Day, lead and sentence of each row of the timeline."""
    files = {"deich.txt": text} | ({"deich.txt.meta.json": sidecar} if sidecar else {})
    _, warehouse = run(tmp_path, write_files(tmp_path / "raw", files))
    return rows(warehouse, "select start_date, lead_days, sentence from timeline")


def test_each_day_stands_with_its_sentence(tmp_path):
    """Two days of one sentence are two rows, its spaces are single, and what lies behind has a negative lead."""
    last = "Der neue wird am 1. Mai 2025 fertig, sagte die Gemeinde am Montag."
    assert sorted(told(tmp_path, '{"published": "2025-03-19"}')) == [
        (date(2025, 3, 14), -5, "Am 14.03.2025 brach der alte Deich."),
        (date(2025, 3, 17), -2, last),
        (date(2025, 5, 1), 43, last),
    ]


def test_without_a_date_of_publication_there_is_no_lead(tmp_path):
    """Days that the text tells in full are there; `Montag` is none of them."""
    found = told(tmp_path)
    assert sorted(day for day, _, _ in found) == [date(2025, 3, 14), date(2025, 5, 1)]
    assert {lead for _, lead, _ in found} == {None}


def test_boilerplate_tells_no_time(tmp_path):
    """The year of a copyright line is not in the timeline."""
    assert told(tmp_path / "with", text=STORY + FOOTER) == told(tmp_path / "without")


def test_every_known_day_of_a_story_is_told_once(small_warehouse):
    """The rows are those of `dates` with days, each once, and the sentence holds the words."""
    told_rows = rows(small_warehouse, "select doc_id, date_no, start_date, surface from timeline")
    known = "select doc_id, date_no, start_date, surface from dates where start_date is not null"
    assert told_rows == rows(small_warehouse, known) != []
    apart = r"""
    select surface, sentence from timeline
    where not contains(sentence, regexp_replace(surface, '\s+', ' ', 'g'))
    """
    assert rows(small_warehouse, apart) == []


def test_names_of_the_sentence_are_listed(small_warehouse):
    """Those of the sentence that tells the day, sorted; a sentence without any has an empty list."""
    query = "select surface, lead_days, entity_names from timeline where title like 'Ferry%'"
    found = {surface: (lead, names) for surface, lead, names in rows(small_warehouse, query)}
    lead, names = found["Tuesday"]
    assert lead == 0
    assert "Margaret Holloway" in names
    assert names == sorted(set(names)) == found["4 March 2025"][1]
    assert found["May 2026"] == (423, [])
