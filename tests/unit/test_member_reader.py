"""Members read in the order of the scan, from a container that stays open between them."""

import json

import pytest
from small_warehouse import write_files

from copydesk.errors import InputError, TransientError
from copydesk.records import ReasonCode
from copydesk.store import member_reader
from copydesk.store.known import nothing_known
from copydesk.store.member_reader import MemberReader, read_member
from copydesk.store.raw import RawFolder
from copydesk.store.scan import scan
from copydesk.store.sources import source_refs


def feed(*texts):
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


@pytest.fixture
def raw(tmp_path):
    write_files(tmp_path, {"a.jsonl": feed("eins", "zwei", "drei"), "b.jsonl": feed("vier")})
    return RawFolder(tmp_path, 1 << 20)


@pytest.fixture
def sources(raw):
    return source_refs(scan(raw, nothing_known(), now_ns=0).sources)


@pytest.fixture
def opened(monkeypatch):
    """The containers that are opened, in order."""
    paths, real = [], member_reader.members
    monkeypatch.setattr(
        member_reader, "members", lambda *given: paths.append(given[1]) or real(*given)
    )
    return paths


def contents(reader, sources):
    return [reader.read(source).content.decode() for source in sources]


ORDERS = [
    ([0, 1, 2, 3], ["a.jsonl", "b.jsonl"]),  # as discovered: each is opened once
    ([0, 2, 3], ["a.jsonl", "b.jsonl"]),  # members in between are passed over
    ([2, 0], ["a.jsonl", "a.jsonl"]),  # going back is to begin anew
    ([1, 1], ["a.jsonl", "a.jsonl"]),
    ([0, 3, 1], ["a.jsonl", "b.jsonl", "a.jsonl"]),  # one container is open at a time
]


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_members_are_found_in_any_order(raw, sources, opened, order, expected):
    """What is asked for is given; only going back costs another opening."""
    texts = ["eins", "zwei", "drei", "vier"]
    assert contents(MemberReader(raw), [sources[i] for i in order]) == [texts[i] for i in order]
    assert opened == expected


def test_a_container_that_was_replaced_is_read_to_its_old_end(raw, sources):
    """What is open stays as it was hashed, whatever lies under its name meanwhile."""
    reader = MemberReader(raw)
    contents(reader, sources[:1])
    (raw.path / "new").write_text(feed("neu"))
    (raw.path / "new").rename(raw.path / "a.jsonl")
    assert contents(reader, sources[1:3]) == ["zwei", "drei"]


@pytest.mark.parametrize("content", [feed("eins", "neu"), feed("eins"), "", "torn"])
def test_a_member_that_is_another_now_is_refused(raw, sources, content):
    """Other bytes under the name, or nothing, are a change during the run."""
    (raw.path / "a.jsonl").write_text(content)
    with pytest.raises(InputError) as caught:
        MemberReader(raw).read(sources[1])
    assert caught.value.reason_code == ReasonCode.CHANGED_WHILE_READ


def test_a_container_that_is_gone_is_unreadable(raw, sources):
    """Its members are tried again by the next run."""
    (raw.path / "a.jsonl").unlink()
    with pytest.raises(InputError) as caught:
        read_member(raw, sources[0])
    assert caught.value.reason_code == ReasonCode.UNREADABLE


def test_a_raw_folder_that_is_away_is_no_fault_of_the_member(raw, sources, tmp_path):
    """An unmounted share stops the batch with the error that is tried again."""
    reader = MemberReader(raw)
    tmp_path.rename(tmp_path.with_name("away"))
    with pytest.raises(TransientError):
        reader.read(sources[0])
