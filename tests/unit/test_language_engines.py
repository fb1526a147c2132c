"""The four engines: what they answer, that nothing makes them raise, and that they may be loaded by anyone at once."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.annotate import language, registry
from copydesk.annotate.language.engines import Vote, engine_packages, engines
from copydesk.annotate.registry import STEPS, fingerprints

GERMAN = "Der Hafenrat hat am Freitag die Abstimmung über den neuen Fähranleger wieder verschoben."
HEBREW = "מועצת הנמל דחתה ביום שישי בפעם השלישית את ההצבעה על הרציף החדש של המעבורת."
FILIPINO = (
    "Ipinagpaliban ng lupon ng daungan noong Biyernes ang botohan tungkol sa bagong pantalan."
)
NORWEGIAN = "Havnestyret utsatte fredag for tredje gang avstemningen om den nye fergekaien i byen."
KURDISH = "ئەنجومەنی بەندەر ڕۆژی هەینی بۆ جاری سێیەم دەنگدانی لەسەر شۆستە نوێیەکە دواخست."
SIMPLIFIED = "港务局周五第三次推迟了对新渡轮码头的表决，因为工程师尚未提交图纸。"
TRADITIONAL = "港務局週五第三次延後對新渡輪碼頭的表決，因為工程師尚未提交圖紙。"
ENGINES = ["eldc", "pycld2", "py3langid", "langdetect"]

# One with another name for each of the languages that engines spell in their own way.
ANSWERS = [
    (GERMAN, ["de", "de", "de", "de"]),
    (HEBREW, ["he", "he", "he", "he"]),  # iw to pycld2
    (FILIPINO, ["fil", "fil", "fil", "fil"]),  # tl to all
    (NORWEGIAN, ["no", "no", "no", "no"]),
    (KURDISH, ["ckb", "ckb", "ckb", "fa"]),  # langdetect has no Kurdish
    (SIMPLIFIED, ["zh", "zh-Hans", "zh", "zh-Hans"]),  # two do not tell the kind
    (TRADITIONAL, ["zh", "zh-Hant", "zh", "ko"]),  # langdetect's old fault
    ("", [None, None, None, None]),
    ("...!", [None, None, None, None]),
]


@pytest.mark.parametrize(("text", "tags"), ANSWERS)
def test_answers_are_in_our_tags(text, tags):
    """Each engine says what it is known to say, in the spelling of copydesk."""
    votes = {name: engine.detect(text) for name, engine in engines().items()}
    assert {name: vote and vote.tag for name, vote in votes.items()} == dict(
        zip(ENGINES, tags, strict=True)
    )
    scores = [vote.score for vote in votes.values() if vote]
    assert all(0 <= score <= 1 and score == round(score, 6) for score in scores)


def test_votes_keep_the_engines_own_label():
    """For who wants to see what langdetect said, letter by letter."""
    for name, text, tag, label in (
        ("langdetect", SIMPLIFIED, "zh-Hans", "zh-cn"),
        ("pycld2", HEBREW, "he", "iw"),
        ("eldc", FILIPINO, "fil", "tl"),
    ):
        vote = engines()[name].detect(text)
        assert (vote.tag, vote.label) == (tag, label)


def test_engines_answer_languages_that_they_list():
    """What is voted is among what can be voted."""
    for text, _ in ANSWERS:
        for engine in engines().values():
            vote = engine.detect(text)
            assert vote is None or vote.tag.split("-")[0] in engine.languages


HOSTILE = [
    "\x00",
    f"\x00{GERMAN}",
    f"{GERMAN}\x00\x0b\x7f\x85",
    "\ud800",
    f"\udfff{GERMAN}\ud83d",
    "\ufdd0\ufffe\U0001ffff\U0010ffff",
    "\u200b\u202e\ufeff\u2028",
    "\ue000\U000f0000",
    "\U0001f600" * 1000,
    "🇩🇪👩‍👩‍👧",
    "e" + "\u0301" * 5000,
    "<html lang='fr'><body>&eacute;</body>",
    "a@" * 3000,
    "https://" * 2000,
    "A" * 5000,
]


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_makes_an_engine_raise(name, text):
    """NUL, lone surrogates, noncharacters, emoji, markup: an answer or none."""
    vote = engines()[name].detect(text)
    assert vote is None or isinstance(vote, Vote)


@pytest.mark.parametrize("name", ENGINES)
def test_no_character_makes_an_engine_raise(name):
    """All 1,114,112 code points, a few hundred at a time."""
    detect, step = engines()[name].detect, 900 if name in {"eldc", "pycld2"} else 1_900
    for start in range(0, sys.maxunicode + 1, step):
        detect("".join(map(chr, range(start, min(start + step, sys.maxunicode + 1)))))


@given(st.text(st.characters()))
def test_any_text_has_the_same_answer_twice(text):
    """No chance, and no memory of what was asked before."""
    for engine in engines().values():
        assert engine.detect(text) == engine.detect(text)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("unsafe", ["\x00", "\ud800", "\x0b", "\uffff"])
def test_unsafe_characters_do_not_hide_the_text_behind_them(name, unsafe):
    """eldc stops at NUL, others raise: the text after it is read."""
    assert engines()[name].detect(f"{unsafe}{GERMAN}{unsafe}").tag == "de"


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    "unit", ["a", "港", "\U0001f600", "a ", "\x00", f"{GERMAN}\n"], ids=range(6)
)
def test_a_megabyte_takes_no_longer_than_its_head(name, unit):
    """A tenth of a second is ten times the longest."""
    text = unit * (1_000_000 // len(unit))
    engines()[name].detect(text)
    started = time.process_time()
    engines()[name].detect(text)
    assert time.process_time() - started < 0.1


@pytest.mark.parametrize("name", ENGINES)
def test_threads_answer_as_one_does(name):
    """Eight threads on many texts get what a single thread gets."""
    texts = [text[start:] for text, _ in ANSWERS for start in range(0, len(text), 4)]
    detect = engines()[name].detect
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detect, texts)) == list(map(detect, texts))


COLD = """
import json, sys, threading
from copydesk.annotate.language.engines import engines

text, names = sys.argv[1], sys.argv[2:]
start = threading.Barrier(8)
answers = []

def ask():
    start.wait()
    votes = {name: engines()[name].detect(text) for name in names}
    answers.append({name: vote and vote.tag for name, vote in votes.items()})

threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps(answers))
"""


def run(code, *args, **environment):
    """Start a process of its own, which has loaded nothing."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )


def output(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out, err


@pytest.mark.parametrize("names", [*([name] for name in ENGINES), ENGINES], ids="+".join)
def test_cold_threads_agree(names):
    """Eight threads that meet unloaded engines all get the right answer.

    langdetect's own lazy loading gives most of them another language, without an exception.
    """
    out, _ = output(run(COLD, GERMAN, *names))
    assert json.loads(out) == [dict.fromkeys(names, "de")] * 8


def test_cold_processes_agree():
    """Eight processes that load all engines at the same time, eight threads each."""
    processes = [run(COLD, GERMAN, *ENGINES) for _ in range(8)]
    answers = [json.loads(output(process)[0]) for process in processes]
    assert answers == [[dict.fromkeys(ENGINES, "de")] * 8] * 8


FORKED = """
import json, multiprocessing, sys
from copydesk.annotate.language.engines import engines, warm

def ask(text):
    return {name: engine.detect(text).tag for name, engine in engines().items()}

warm()
engines()["py3langid"].detect(sys.argv[1])
with multiprocessing.get_context("fork").Pool(4) as pool:
    print(json.dumps(pool.map(ask, [sys.argv[1]] * 16, chunksize=1)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_forked_workers_use_what_was_loaded():
    """Workers forked after the warm-up answer as their parent does."""
    out, _ = output(run(FORKED, GERMAN))
    assert json.loads(out) == [dict.fromkeys(ENGINES, "de")] * 16


def test_engines_are_loaded_once_and_in_order():
    """Every caller gets the same ones."""
    language.warm()
    assert engines() is engines()
    assert list(engines()) == ENGINES == list(engine_packages())
    assert [engine.package for engine in engines().values()] == ENGINES


# Python runs `sitecustomize` before all else: importing an engine fails as where it has no wheel.
BLOCKER = """
import os, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name in os.environ["BLOCKED"].split():
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocker())
"""
REMAINING = """
import json, sys
from copydesk.annotate.language.engines import engine_packages, engines
from copydesk.annotate.registry import fingerprints

tags = {name: engine.detect(sys.argv[1]).tag for name, engine in engines().items()}
print(json.dumps([tags, engine_packages(), fingerprints()["language"], fingerprints()["text"]]))
"""


@pytest.fixture
def blocked(tmp_path: Path):
    """Give what starts a process in which some engines cannot be imported."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    root = str(Path(__file__).parent.parent.parent)

    def start(code, *names):
        return run(
            code, GERMAN, BLOCKED=" ".join(names), PYTHONPATH=f"{tmp_path}{os.pathsep}{root}"
        )

    return start


@pytest.mark.parametrize("names", [["eldc"], ["pycld2"], ["eldc", "pycld2"]], ids="+".join)
def test_without_an_optional_engine_the_others_remain(blocked, names):
    """They work, the fingerprint tells, and the user is warned once, of each."""
    out, err = output(blocked(REMAINING, *names))
    tags, packages, fingerprint, text_fingerprint = json.loads(out)
    remaining = [name for name in ENGINES if name not in names]
    assert list(tags.items()) == [(name, "de") for name in remaining]
    assert packages == remaining
    assert fingerprint != fingerprints()["language"]
    assert text_fingerprint == fingerprints()["text"]
    warnings = err.splitlines()
    assert len(warnings) == len(names)
    for name, warning in zip(names, warnings, strict=True):
        assert f"language engine is missing: engine={name} error=" in warning
        assert "told less surely" in warning
        assert f"cure='run where {name} has a wheel (CPython 3.11 to 3.13 on " in warning


def test_workers_do_not_repeat_the_warning(blocked):
    """A run with many workers says it once."""
    code = f"""
import multiprocessing
from copydesk.annotate.language.engines import engine_packages, warm

if __name__ == "__main__":
    engine_packages()
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.apply(warm)
{REMAINING}
"""
    _, err = output(blocked(code, "eldc"))
    assert err.count("language engine is missing") == 1


@pytest.mark.parametrize("call", ["engines", "engine_packages", "warm"])
def test_a_required_engine_that_is_missing_is_an_error_of_the_environment(blocked, call):
    """The message says which, and the cure."""
    code = f"""
from copydesk.annotate.language import engines
from copydesk.errors import ConfigError

try:
    engines.{call}()
except ConfigError as error:
    print(error)
"""
    out, err = output(blocked(code, "py3langid"))
    assert "language engine py3langid is not installed" in out
    assert "make run" in out
    assert err == ""


def test_another_version_of_an_engine_is_another_fingerprint(tmp_path):
    """What a step was made with is told by its packages' versions."""
    metadata = tmp_path / "eldc-9.9.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text("Metadata-Version: 2.1\nName: eldc\nVersion: 9.9\n", encoding="utf-8")
    root = str(Path(__file__).parent.parent.parent)
    code = """
import json
from copydesk.annotate.registry import fingerprints
print(json.dumps(fingerprints()))
"""
    found = json.loads(output(run(code, PYTHONPATH=f"{tmp_path}{os.pathsep}{root}"))[0])
    now = dict(fingerprints())
    changed = {name for name in now if found[name] != now[name]}
    assert "language" in changed
    assert changed.isdisjoint({"text", "boilerplate", "line_rules"})


@pytest.mark.parametrize("name", ["boilerplate", "language"])
def test_other_weights_are_another_fingerprint(monkeypatch, name):
    """Weights that are fitted anew make the step anew, also where nobody raised its version."""
    now = dict(fingerprints())
    step = next(step for step in STEPS if step.name == name)
    other = {"boilerplate": "language", "language": "boilerplate"}[name]
    changed = replace(step, weights=f"copydesk.annotate.{other}")
    monkeypatch.setattr(registry, "STEPS", tuple(changed if one is step else one for one in STEPS))
    assert fingerprints.__wrapped__()[name] != now[name]
