from pathlib import Path

import pytest

from answerable.kernel import clock
from answerable.listening.sources.actions import Claim
from answerable.listening.sources.jobs.harvesting import egress_policy, harvest, together
from answerable.listening.sources.kinds.exchange import Outcome, Reading, Refused
from tests.answerable.listening.sources.loopback import POLICY, site
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.sources.readings import entry


@pytest.fixture
def town():
    with site() as served:
        yield served


def claim(kind="feed", *, memory=None, unconditional=False, **settings):
    return Claim(1, "lease", kind, settings, {}, memory or {}, unconditional, NOON)


def bring(wanted):
    return harvest(wanted, POLICY, at=clock.now())


def test_what_the_server_asks_for_is_brought_home(town):
    town.pages["/f"] = (429, {"Retry-After": "7200"}, b"")
    found = bring(claim(address=town.url("/f")))
    assert (found.status, found.reading.refused[0].code, found.asked.total_seconds()) == (
        429,
        "server_busy",
        7200,
    )


def test_gone_is_gone(town):
    town.pages["/f"] = (410, {}, b"")
    assert bring(claim(address=town.url("/f"))).reading.outcome == Outcome.GONE


def test_a_permanent_move_on_the_same_host_is_named(town):
    town.feed("/new", "News")
    town.pages["/old"] = (301, {"Location": "/new"}, b"")
    found = bring(claim(address=town.url("/old")))
    assert found.moved_to == town.url("/new")
    assert [item.title for item in found.reading.items] == ["News"]


def test_a_permanent_move_to_another_name_is_not_followed(town):
    town.pages["/old"] = (301, {"Location": "http://other.example/new"}, b"")
    found = bring(claim(address=town.url("/old")))
    assert (found.code, found.reading) == ("moved_away", None)
    assert "other.example" in found.moved_to


def test_a_temporary_move_changes_no_address(town):
    town.feed("/new", "News")
    town.pages["/old"] = (302, {"Location": "/new"}, b"")
    assert bring(claim(address=town.url("/old"))).moved_to == ""


def test_a_folder_outside_the_opened_ones_is_refused(settings, tmp_path: Path):
    settings.WATCHED_FOLDERS = [str(tmp_path / "open")]
    (tmp_path / "open").mkdir()
    (tmp_path / "secret").mkdir()
    for path in ("../secret", str(tmp_path / "secret"), "nowhere"):
        assert bring(claim("folder", path=path)).code == "folder"


def test_new_files_of_a_folder_are_read_once(settings, tmp_path: Path):
    settings.WATCHED_FOLDERS = [str(tmp_path)]
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "calls.csv").write_text(
        "title,text\nLamp broken,On Harbour Street\n", encoding="utf-8"
    )
    (tmp_path / "desk" / "note.txt").write_text("Pothole\nOn Mill Road.", encoding="utf-8")
    later = clock.now().replace(year=clock.now().year + 1)
    found = harvest(claim("folder", path="desk"), POLICY, at=later)
    assert sorted(item.title for item in found.reading.items) == ["Lamp broken", "Pothole"]
    again = harvest(claim("folder", path="desk", memory=dict(found.reading.memory)), POLICY, at=later)
    assert list(again.reading.items) == []


def test_one_bad_file_does_not_hide_the_good_ones_and_is_not_read_again(settings, tmp_path: Path):
    settings.WATCHED_FOLDERS = [str(tmp_path)]
    (tmp_path / "a.csv").write_bytes(b"\x00\x01\x02")
    (tmp_path / "b.csv").write_text("title\nGood\n", encoding="utf-8")
    later = clock.now().replace(year=clock.now().year + 1)
    found = harvest(claim("folder", path="."), POLICY, at=later)
    assert [item.title for item in found.reading.items] == ["Good"]
    assert len(found.reading.refused) >= 1
    assert set(found.reading.memory["seen"]) == {"a.csv", "b.csv"}


def test_what_was_read_counts_and_a_refusal_beside_it_is_told():
    good = Reading(Outcome.READ, items=[entry("a")], notes=["truncated"])
    bad = Reading(Outcome.REFUSED, refused=[Refused("not_a_mail")])
    both = together([good, bad], {"uid": 3})
    assert (both.outcome, len(both.items), both.refused[0].code, both.memory) == (
        Outcome.READ,
        1,
        "not_a_mail",
        {"uid": 3},
    )
    assert together([bad, bad], {"uid": 4}).memory == {"uid": 4}
    assert together([], {}).outcome == Outcome.READ


def test_without_a_policy_of_the_installation_the_strict_one_holds(settings):
    settings.EGRESS_POLICY = "anything"
    assert not egress_policy().allow_loopback


def test_a_secret_of_another_installation_is_told():
    sealed = Claim(
        1, "lease", "mailbox", {"host": "a.example", "user": "a"}, {"password": "x"}, {}, False, NOON
    )
    assert bring(sealed).code == "seal"
