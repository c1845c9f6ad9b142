"""A language model drafts a passage: asked on purpose, over the network, marked until a person takes it over."""

import json
import logging

import pytest
from django.test import Client, override_settings

from answerable.egress.language_model import LanguageModel
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.models import Entry
from answerable.office.notices.models import Notice
from answerable.office.people.models import Account
from answerable.reports import actions, jobs, queries
from answerable.reports.models import Paper, Passage
from tests.answerable.reports.makers import LATER, Desk
from tests.battery.loopback import answer, serving

pytestmark = pytest.mark.django_db
ASKED = "/v1/chat/completions"
GIVEN = "12 cases were closed in time. Chen closed 3; call 13812345678."


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr("answerable.kernel.clock.now", lambda: LATER)
    return Desk()


@pytest.fixture
def passage(desk):
    """A passage whose words of the system are known."""
    found = Passage.objects.filter(paper=desk.make()).order_by("place")[0]
    Passage.objects.filter(pk=found.pk).update(machine=GIVEN)
    return Passage.objects.get(pk=found.pk)


def said(words):
    return answer(json.dumps({"choices": [{"message": {"content": words}}]}).encode())


def phrase(server, passage, desk):
    """Ask, and let the job run against a server of ours; gives the passage afterwards."""
    with override_settings(LANGUAGE_MODEL=LanguageModel(server.url("/v1"), "small-model")):
        jobs.phrase.call(passage.pk, passage.edition, desk.ada.person)
    return Passage.objects.get(pk=passage.pk)


def test_its_words_lie_in_the_passage_marked_and_do_not_go_out(desk, passage):
    with serving({ASKED: said("In time, 12 cases were closed, 3 of them by [[1]].")}) as server:
        found = phrase(server, passage, desk)
        sent = server.asked[0].partition(b"\r\n\r\n")[2].decode()
    assert (found.drafted, found.own_by) == (True, "small-model")
    assert found.own == "In time, 12 cases were closed, 3 of them by Chen."
    assert "13812345678" not in sent
    assert "Chen" not in sent
    assert Notice.objects.filter(person=desk.ada.person, kind="paper").count() == 1
    with pytest.raises(Anticipated, match="drafted by a language model"):
        actions.hand_in(found.paper_id, by=desk.ada, at=LATER)
    document = queries.document_of(Paper.objects.get(pk=found.paper_id))
    assert any("language model" in notice for notice in document.notices)


@pytest.mark.parametrize("words", ["37 cases were closed.", "Closed. " * 100])
def test_words_that_add_something_are_not_kept_and_the_asker_is_told(desk, passage, words):
    with serving({ASKED: said(words)}) as server:
        found = phrase(server, passage, desk)
    assert (found.own, found.drafted, found.edition) == (None, False, passage.edition)
    assert "system" in Notice.objects.get(person=desk.ada.person, kind="paper").texts["en"][1]


def test_a_model_that_does_not_answer_changes_nothing_and_the_asker_is_told(desk, passage):
    with serving({ASKED: answer(status="503 Busy")}) as server:
        found = phrase(server, passage, desk)
    assert found.own is None
    told = Notice.objects.get(person=desk.ada.person, kind="paper").texts
    assert "503" in told["en"][1]
    assert "503" in told["zh"][1]


def test_what_a_person_wrote_meanwhile_stays(desk, passage):
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=LATER)
    with serving({ASKED: said("12 cases.")}) as server:
        assert phrase(server, passage, desk).own == "Mine."
        assert server.connections == 0


def test_it_is_asked_only_about_what_the_system_wrote(desk, passage):
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=LATER)
    with pytest.raises(Anticipated, match="only what the system wrote"):
        actions.ask_for_words(passage.pk, jobs.phrase, by=desk.ada, at=LATER)


def test_nothing_is_asked_about_a_paper_on_a_person(desk, passage):
    Paper.objects.filter(pk=passage.paper_id).update(kind="accountability", authors=[desk.ada.person])
    with pytest.raises(Anticipated, match="about a person"):
        actions.ask_for_words(passage.pk, jobs.phrase, by=desk.ada, at=LATER)


def test_the_button_is_there_only_where_a_model_was_named(desk, passage, caplog):
    client = Client()
    client.force_login(Account.objects.get(person=desk.ada.person))
    address = f"/papers/passages/{passage.pk}/"
    assert f"{address}ask/" not in client.get(address).content.decode()
    with caplog.at_level(logging.CRITICAL, "django.request"):
        assert client.post(f"{address}ask/").status_code == 404
    with override_settings(LANGUAGE_MODEL=LanguageModel("http://127.0.0.1:9/v1", "small-model")):
        assert f"{address}ask/" in client.get(address).content.decode()
        assert client.post(f"{address}ask/")["Location"] == f"/papers/{passage.paper_id}/"
    assert Entry.objects.filter(act="reports.ask_for_words").exists()
