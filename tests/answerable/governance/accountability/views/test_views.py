"""The pages: a whole file from finding to end by forms alone, each page only for those it is for."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from answerable.governance.accountability.models import Excuse, File, Paper, Seat
from answerable.governance.accountability.rules.measures import Measure
from answerable.kernel import clock
from answerable.office.people.rules import PostKind
from tests.answerable.governance.accountability.makers import Hall, last_paper, open_file, told, voted
from tests.answerable.governance.accountability.makers import served as served_file
from tests.answerable.office.people.makers import make_holding, make_post

pytestmark = pytest.mark.django_db
HOME = "/govern/accountability/"


class Desk:
    """The cast at the browser."""

    def __init__(self, client, hall):
        self.client, self.hall = client, hall
        self.file = 0

    def as_(self, name):
        self.client.force_login(self.hall.act(name) and self.hall.person(name).account)
        return self

    def at(self, path=""):
        return f"{HOME}{self.file}/{path}"

    def see(self, path=""):
        answer = self.client.get(self.at(path))
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def send(self, path, /, **typed):
        if typed:
            self.see(path)
        answer = self.client.post(self.at(path), typed)
        assert answer.status_code == 302, answer.content.decode()

    def panel(self, role, *names):
        self.as_("olga").send(f"people/{role}/", people=self.hall.ids(*names))

    def votes(self, measure, *names):
        for name in names:
            self.as_(name).send("vote/", measure=str(measure), text=f"{name} says so.")


@pytest.fixture
def desk(client):
    """The cast at the browser, English."""
    client.cookies["django_language"] = "en"
    return Desk(client, Hall())


def test_a_file_from_the_finding_to_the_end_by_forms_alone(desk):
    hall = desk.hall
    page = desk.as_("olga").client.get(HOME).content.decode()
    assert f"{HOME}open/{hall.finding.pk}/" in page
    opening = f"{HOME}open/{hall.finding.pk}/"
    assert "looked up first" in desk.client.get(opening).content.decode()
    assert desk.client.post(opening, {"text": ""}).status_code == 422
    assert desk.client.post(opening, {"text": "Look at it."}).status_code == 302
    desk.file = File.objects.get().pk
    for one in Excuse.objects.all():
        desk.send(f"excuses/{one.pk}/", verdict="holds_not", text="Looked at.")
    desk.panel("finder", "dana", "lin")
    desk.as_("dana").send("say/facts/", text="Due 31 March, nothing came.")
    desk.as_("lin").send(f"papers/{last_paper(desk.file, 'facts').pk}/confirm/")
    desk.as_("olga").send("tell/", measure="2", text="Clause one.")
    desk.as_("chen").send(f"papers/{last_paper(desk.file, 'notice').pk}/receive/")
    desk.send("say/statement/", text="The river was high.")
    until = timezone.localdate(clock.now()) + timedelta(days=40)
    desk.as_("olga").send("time/", until=until.isoformat(), text="The flood.")
    desk.send("say/spoken/", text="He says he was alone.")
    desk.as_("chen").send(f"papers/{last_paper(desk.file, 'statement').pk}/confirm/")
    desk.as_("olga").send("end-hearing/", text="The rota shows two nights.")
    desk.panel("panel", "qian", "emil", "zhou", "guo")
    doubted = Seat.objects.get(person=hall.guo, role="panel").pk
    desk.as_("chen").send(f"seats/{doubted}/doubt/", text="We were rivals.")
    desk.as_("olga").send(f"seats/{doubted}/answer/", aside="yes", text="Better so.")
    desk.votes(1, "qian", "emil", "zhou")
    desk.as_("qian").send("decide/", text="Together.", handed_to="")
    desk.as_("olga").send("serve/")
    desk.as_("olga").send(
        f"papers/{last_paper(desk.file, 'decision').pk}/by-hand/", witness="Emil", text="Read out."
    )
    desk.as_("chen").send("say/ask-review/", text="Look again.")
    desk.panel("reviewer", "wang", "fang", "boris")
    desk.votes(1, "wang", "fang", "boris")
    desk.as_("fang").send("say/review/", text="It stays.")
    desk.as_("chen").send("say/ask-appeal/", text="The city should look.")
    desk.as_("olga").send("appeal/", authority="City", measure="0", text="Lifted.")
    desk.as_("chen").send(f"papers/{last_paper(desk.file, 'appeal').pk}/receive/")
    desk.as_("olga").send("close/")
    page = desk.see()
    assert "SHA-256" in page
    assert File.objects.get().state == "closed"
    answer = desk.as_("chen").client.get(desk.at("archive/"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(json.loads(archive.read("papers.json"))) == Paper.objects.count()


def test_an_excuse_leaves_only_dropping(desk):
    desk.file = open_file(desk.hall).pk
    one = Excuse.objects.first()
    desk.as_("olga").send(f"excuses/{one.pk}/", verdict="holds", text="The post was empty.")
    page = desk.see()
    assert "can only be dropped" in page
    assert "people/finder" not in page
    desk.send("drop/", text="The post was empty.")
    desk.send("close/")
    assert (File.objects.get().state, File.objects.get().cause) == ("closed", one.key)


def test_a_refusal_keeps_what_was_typed_and_says_what_to_do(desk):
    desk.file = told(desk.hall, received=False).pk
    answer = desk.as_("olga").client.post(desk.at("end-hearing/"), {"text": "Nothing came of it."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nothing came of it." in page
    assert "before a witness" in page


@pytest.mark.parametrize("path", ["", "archive/", "tell/", "vote/", "say/statement/", "drop/"])
@pytest.mark.parametrize("name", ["lin", "wang", "emil", "ada"])
def test_for_everybody_else_there_is_no_such_file(desk, path, name):
    desk.file = open_file(desk.hall).pk
    desk.as_(name)
    for answer in (desk.client.get(desk.at(path)), desk.client.post(desk.at(path), {"text": "x"})):
        assert answer.status_code in (404, 405)
        assert "Chen" not in answer.content.decode()


def test_whoever_reads_does_not_write(desk):
    file = told(desk.hall)
    desk.file = file.pk
    desk.as_("boris").see()
    for path, typed in (
        ("tell/", {"measure": "2", "text": "x"}),
        ("say/statement/", {"text": "I admit it."}),
        ("end-hearing/", {"text": "x"}),
        ("drop/", {"text": "x"}),
        ("serve/", {}),
        ("close/", {}),
    ):
        answer = desk.client.post(desk.at(path), typed)
        assert answer.status_code in (403, 422), path
    file.refresh_from_db()
    assert file.state == "told"
    assert not Paper.objects.filter(kind="statement").exists()


def test_votes_of_others_are_not_on_the_page_while_they_are_cast(desk):
    desk.file = voted(desk.hall, Measure.REMINDER, Measure.REMINDER, Measure.TALK).pk
    for name in ("olga", "chen", "qian"):
        page = desk.as_(name).see()
        assert "zhou says so." not in page
    assert "zhou says so." in desk.as_("zhou").see()


def test_what_is_not_there_is_not_found(desk):
    desk.file = open_file(desk.hall).pk
    desk.as_("olga")
    for path in ("say/nonsense/", "people/superior/", "excuses/999999/", "seats/1/nonsense/"):
        assert desk.client.get(desk.at(path)).status_code == 404, path
    assert desk.client.get(f"{HOME}open/{desk.hall.finding.pk}/").status_code == 404


def test_a_list_with_nothing_in_it_says_so(desk):
    page = desk.as_("emil").client.get(HOME).content.decode()
    assert "no file that you take part in" in page
    assert "Chen" not in desk.as_("olga").client.get(HOME).content.decode().split("<main")[1]


def test_figures_name_units_and_never_the_one_concerned(desk):
    desk.file = served_file(desk.hall).pk
    year = timezone.localdate(clock.now()).year - 1
    File.objects.update(state="closed", closed_at=clock.now() - timedelta(days=365))
    page = desk.as_("boris").client.get(f"{HOME}figures/?year={year}").content.decode()
    assert "Too few files" in page
    assert "Chen" not in page.split("<main")[1]
    assert desk.as_("lin").client.get(f"{HOME}figures/").status_code == 403


def test_a_file_about_an_officer_of_oversight_is_not_kept_by_them(desk):
    make_holding(make_post(desk.hall.town.body, PostKind.OVERSIGHT), desk.hall.town.chen)
    desk.file = open_file(desk.hall).pk
    assert "people/finder" not in desk.as_("chen").see()
    assert desk.client.post(desk.at("drop/"), {"text": "x"}).status_code == 403
