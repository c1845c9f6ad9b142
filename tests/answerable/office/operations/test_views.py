"""The page of the system's state, the published heads, and what programs ask."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.operations import actions, jobs
from answerable.office.operations.models import Backup, Drill, Pulse
from answerable.office.people.models import Account
from answerable.office.people.rules import Role
from tests.answerable.office.clocks.makers import make_office
from tests.answerable.office.operations.makers import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["en", "zh-hans"])
def keeper(request, client):
    """The administrator's browser in each language."""
    make_office()
    client.cookies["django_language"] = request.param
    client.force_login(Account.objects.create_user("kim", role=Role.ADMINISTRATOR))
    return client


def test_the_page_shows_an_untouched_system(keeper):
    page = keeper.get("/system/")
    assert page.status_code == 200
    assert page.text.count("an-empty") == 3
    assert "an-state-late" in page.text or "late" in page.text


def test_the_page_shows_what_was_kept_tried_and_what_gave_up(keeper, kept):
    Backup.objects.create(made_at=NOON, name="a.tar.gz", size=5_000_000, rows=12_345)
    Backup.objects.create(made_at=NOON + timedelta(days=1), name="b.tar.gz", fault="disk full")
    Drill.objects.create(held_at=NOON, backup="a.tar.gz", passed=False, fault="it is short")
    actions.publish_head(
        actions.signing_key(settings.SECRETS["trail.key"]), settings.HEADS, by=MACHINE, at=NOON
    )
    job = jobs.note_pulse.enqueue()
    DBTaskResult.objects.filter(pk=job.id).update(
        status=TaskResultStatus.FAILED, finished_at=NOON, traceback="a\nValueError: <b>"
    )
    page = keeper.get("/system/").text
    for said in ("a.tar.gz", "disk full", "it is short", "ValueError: &lt;b&gt;"):
        assert said in page
    assert keeper.post(f"/system/jobs/{job.id}/dismiss/", {"reason": ""}, follow=True).status_code == 200
    assert DBTaskResult.objects.filter(pk=job.id).exists()
    keeper.post(f"/system/jobs/{job.id}/again/")
    assert DBTaskResult.objects.get(pk=job.id).status == TaskResultStatus.READY


def test_a_backup_is_asked_for_once(keeper):
    keeper.post("/system/back-up/")
    keeper.post("/system/back-up/")
    assert DBTaskResult.objects.filter(task_path__endswith="operations.jobs.back_up").count() == 1


def test_the_page_asks_a_fixed_number_of_questions(keeper):
    Backup.objects.bulk_create(Backup(made_at=NOON, name=f"{number}.tar.gz") for number in range(50))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        keeper.get("/system/")
    assert len(asked) <= 16


def test_only_whoever_keeps_the_system_opens_its_page(client):
    make_office()
    client.force_login(Account.objects.get(username="ada"))
    assert client.get("/system/").status_code == 403
    assert client.post("/system/back-up/").status_code == 403


def test_everybody_is_told_while_nothing_moves(client):
    make_office()
    assert client.get("/system/standstill/").status_code == 204
    client.force_login(Account.objects.get(username="ada"))
    actions.note_pulse("worker", by=MACHINE, at=clock.now())
    assert client.get("/system/standstill/").text.strip() == ""
    Pulse.objects.filter(part="worker").update(at=clock.now() - timedelta(hours=1))
    assert 'role="status"' in client.get("/system/standstill/").text


def test_published_heads_are_for_anyone(client, kept):
    said = actions.publish_head(
        actions.signing_key(settings.SECRETS["trail.key"]), settings.HEADS, by=MACHINE, at=NOON
    )
    lines = client.get("/system/heads.jsonl").text.splitlines()
    assert json.loads(lines[0])["head"] == said.head


def test_the_process_says_that_it_is_well(client):
    assert client.get("/healthz").text == "ok\n"


def test_a_database_that_does_not_answer_is_said_with_a_503(client):
    def gone(*_words):
        raise OperationalError("gone")

    with connection.execute_wrapper(gone):
        page = client.get("/healthz")
    assert (page.status_code, page.text) == (503, "database\n")


@pytest.mark.parametrize(
    ("caller", "token", "given", "status"),
    [
        ("127.0.0.1", "", "", 200),
        ("203.0.113.9", "", "", 404),
        ("203.0.113.9", "right", "right", 200),
        ("203.0.113.9", "right", "wrong", 404),
        ("127.0.0.1", "right", "", 404),
    ],
)
def test_figures_are_for_this_machine_or_for_the_token(client, settings, caller, token, given, status):
    settings.METRICS_TOKEN = token
    headers = {"Authorization": f"Bearer {given}"} if given else {}
    page = client.get("/metrics", REMOTE_ADDR=caller, headers=headers)
    assert page.status_code == status
    if status == 200:
        assert "answerable_jobs_waiting 0.0" in page.text


def test_behind_a_proxy_only_the_token_counts(client, settings):
    settings.PROXIES = 1
    assert client.get("/metrics", REMOTE_ADDR="127.0.0.1").status_code == 404
