"""The language of a document: engine, gates and script guards."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langdetect.lang_detect_exception import LangDetectException

from copydesk.annotate import boilerplate, language
from copydesk.annotate.language.langdetect import QuickDetector, load_factory
from copydesk.records import DocId, Document, LineKind, LineLabel
from copydesk.text.segment import lines, paragraphs

RAW = Path(__file__).parent.parent.parent / "raw"


def document(text):
    found = lines(text)
    return Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))


def annotate(text):
    """The rows of the document."""
    return [row for row in all_rows(text) if row.line_no is None]


def all_rows(text):
    made = document(text)
    return language.annotate(made, boilerplate.annotate(made))


ENGLISH = "The harbour board on Friday put off its vote on the new ferry pier for a third time."
GERMAN = "Der Hafenrat hat am Freitag die Abstimmung über den neuen Fähranleger wieder verschoben."
RUSSIAN = "Совет порта в пятницу в третий раз отложил голосование о строительстве нового причала."
HEBREW = "מועצת הנמל דחתה ביום שישי בפעם השלישית את ההצבעה על הרציף החדש של המעבורת."
FILIPINO = (
    "Ipinagpaliban ng lupon ng daungan noong Biyernes ang botohan tungkol sa bagong pantalan."
)
NORWEGIAN = "Havnestyret utsatte fredag for tredje gang avstemningen om den nye fergekaien i byen."
CHINESE = "港务局周五第三次推迟了对新渡轮码头的表决，因为工程师尚未提交图纸。"
TAIWANESE = "港務局週五第三次延後對新渡輪碼頭的表決，因為工程師尚未提交圖紙，議員表示不滿。"
JAPANESE = "港湾局は金曜日、新しいフェリー埠頭についての採決を三たび延期した。"
KOREAN = "항만청은 금요일 새 여객선 부두에 대한 표결을 세 번째로 미루었다고 밝혔다."

DOCUMENT_CODES = [
    (ENGLISH, "en", "langdetect"),
    (GERMAN, "de", "langdetect"),
    (RUSSIAN, "ru", "langdetect"),
    (HEBREW, "he", "langdetect"),  # not the old code iw
    (FILIPINO, "fil", "langdetect"),  # langdetect says tl
    (NORWEGIAN, "no", "langdetect"),  # not nb
    (KOREAN, "ko", "langdetect"),
    (CHINESE, "zh", "script"),
    (TAIWANESE, "zh", "script"),  # langdetect says ko: no Hangul, no Korean
    (JAPANESE, "ja", "script"),  # kana among Han
    (CHINESE + "《のぞみ》", "zh", "script"),  # a Japanese name does not make it Japanese
    ("საქართველოს პორტის საბჭომ პარასკევს კენჭისყრა გადადო.", "ka", "script"),  # langdetect: et
    ("Նավահանգստի խորհուրդը ուրբաթ օրը հետաձգեց քվեարկությունը։", "hy", "script"),
    ("ក្រុមប្រឹក្សាកំពង់ផែបានពន្យារពេលបោះឆ្នោត", "km", "script"),
    ("የወደቡ ምክር ቤት አርብ ዕለት ድምፅ አሰጣጡን ለሦስተኛ ጊዜ አራዘመ።", "und", "script"),  # several languages
    ("ⴰⵙⵇⵇⵉⵎ ⵏ ⵜⵎⵔⵙⵉⵡⵜ ⵉⵙⵎⵓⵟⵟⵉ ⴰⵙⵜⴰⵢ ⴰⵙ ⵏ ⵙⵉⵎⵡⴰⵙ", "und", "script"),  # Tifinagh: not known
    ("12.5 % – 34 (2019)", "zxx", "gate"),  # no letters
    ("* * *\n---", "zxx", "gate"),
    ("Reuters", "und", "gate"),  # langdetect: German, 0.99
    ("中国报道。", "und", "gate"),  # four signs are too few
    ("https://www.example.org/a-very-long-address-in-english", "zxx", "gate"),  # no prose at all
    ("", "zxx", "gate"),
]


@pytest.mark.parametrize(("text", "code", "detector"), DOCUMENT_CODES)
def test_document_language(text, code, detector):
    """The best guess has the expected code, from the expected source."""
    guesses = annotate(text)
    first = guesses[0]
    assert (first.line_no, first.rank, first.language_code, first.detector) == (
        None,
        1,
        code,
        detector,
    )
    assert [guess.rank for guess in guesses] == list(range(1, len(guesses) + 1))


def test_scores_fall_with_rank_and_are_rounded():
    """Two languages in one script are ranked by score, none below 0.05."""
    guesses = annotate(f"{ENGLISH}\n{GERMAN}\n{ENGLISH} {GERMAN}")
    scores = [guess.score for guess in guesses]
    assert scores == sorted(scores, reverse=True)
    assert all(0.05 <= score <= 1 and score == round(score, 6) for score in scores)


def test_gates_know_nothing():
    """An undetermined language has score 0, no language at all is certain."""
    assert [guess.score for guess in annotate("Reuters")] == [0.0]
    assert [guess.score for guess in annotate("12 345")] == [1.0]


def test_boilerplate_does_not_count():
    """Lines labelled boilerplate are not read, unless there is nothing else."""
    made = document(f"{ENGLISH}\n{GERMAN}")
    labels = (
        LineLabel(1, LineKind.BOILERPLATE, "test", 1.0),
        LineLabel(2, LineKind.BODY, "default", 0.5),
    )
    assert language.annotate(made, labels)[0].language_code == "de"
    all_dropped = tuple(LineLabel(n, LineKind.BOILERPLATE, "test", 1.0) for n in (1, 2))
    assert language.annotate(made, all_dropped)[0].language_code in {"en", "de"}


def test_repeated_lines_count_once():
    """A prompt that a page repeats does not outvote the story."""
    prompt = "Please keep this window open while we load the other half of the page for you.\n"
    assert annotate(prompt * 60 + f"{GERMAN} {GERMAN} {GERMAN}")[0].language_code == "de"


def test_paragraph_in_another_script_has_its_own_rows():
    """A Russian paragraph in an English story is told, a Russian name is not."""
    text = f"{ENGLISH}\n\n{RUSSIAN}\n\nIn Russian: причал.\n\n{ENGLISH} Again."
    rows = [(row.line_no, row.language_code, row.method) for row in all_rows(text)]
    assert rows == [
        (None, "en", "vote"),
        (None, "ru", "paragraphs"),
        (1, "en", "vote"),
        (3, "ru", "vote"),
        (5, "en", "inherited"),
        (7, "en", "vote"),
    ]


def test_japanese_paragraph_in_a_chinese_document():
    """Kana sets it apart although both are mostly Han."""
    rows = [(row.line_no, row.language_code) for row in all_rows(f"{CHINESE * 3}\n{JAPANESE}")]
    assert rows == [(None, "zh"), (None, "ja"), (1, "zh"), (2, "ja")]


def test_addresses_are_no_foreign_paragraphs():
    """A long address in a Russian story is no text in another script."""
    address = "https://www.example.org/" + "pier-and-harbour/" * 8
    text = f"{RUSSIAN}\n{address}\n{RUSSIAN}"
    assert {row.language_code for row in all_rows(text)} == {"ru"}


def test_same_text_same_answer():
    """The seed is fixed: no chance between calls."""
    text = f"{ENGLISH} {GERMAN}"
    first = annotate(text)
    assert all(annotate(text) == first for _ in range(4))


COLD_THREADS = """
import json, sys, threading
from uuid import UUID
from copydesk.annotate import language
from copydesk.records import DocId, Document
from copydesk.text.segment import lines, paragraphs

text = sys.argv[1]
found = lines(text)
document = Document(DocId(UUID(int=1)), text, found, paragraphs(text, found))
start = threading.Barrier(8)
answers = []

def ask():
    start.wait()
    answers.append([(g.language_code, g.score) for g in language.annotate(document, ())])

threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps(answers))
"""


def test_cold_threads_agree():
    """Eight threads that meet an unloaded engine all get the right answer.

    langdetect's own lazy loading gives most of them another language, without an exception.
    """
    done = subprocess.run(
        [sys.executable, "-c", COLD_THREADS, GERMAN], capture_output=True, text=True, check=True
    )
    answers = json.loads(done.stdout)
    expected = [[guess.language_code, guess.score] for guess in all_rows(GERMAN)]
    assert answers == [expected] * 8
    assert expected[0][0] == "de"


def probabilities(detector, text):
    detector.append(text)
    try:
        return [(found.lang, found.prob) for found in detector.get_probabilities()]
    except LangDetectException as error:
        return str(error)


@pytest.mark.parametrize("path", sorted(RAW.rglob("*.txt")), ids=lambda path: path.stem)
def test_the_quick_detector_is_langdetect_bit_for_bit(path):
    """On every story of the sample archive each probability equals langdetect's own."""
    text = path.read_bytes().decode("utf-8", "replace")
    factory = load_factory()
    assert probabilities(QuickDetector(factory), text) == probabilities(factory.create(), text)


@given(st.text())
def test_the_quick_detector_is_langdetect_on_any_text(text):
    """Capitals, marks and scripts in any order change nothing."""
    factory = load_factory()
    assert probabilities(QuickDetector(factory), text) == probabilities(factory.create(), text)
