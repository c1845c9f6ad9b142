"""The interface for programs: tokens, scopes, pace, and answers that keep to their description."""

from datetime import timedelta

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.queries import entries_of
from answerable.office.people.rules import PostKind
from answerable.project.api import actions, queries
from answerable.project.api.interface import api
from answerable.project.api.rules import MOST_TOKENS, Scope, hash_of, life
from answerable.project.models import Token
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import WATER, make_story
from tests.answerable.office.people.makers import actor_of, make_member

pytestmark = pytest.mark.django_db
EVERYTHING = list(Scope)


@pytest.fixture
def now():
    return clock.now().replace(microsecond=0)


@pytest.fixture(autouse=True)
def _no_calls_yet():
    cache.clear()


@pytest.fixture
def application():
    """The whole application as a server calls it, but in the test's own transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def member():
    return make_member("Ada", PostKind.OFFICE)


@pytest.fixture
def token(member, now):
    return actions.make_token("script", EVERYTHING, 90, by=actor_of(member, now), at=now)


def call(client, path, token, **asked):
    return client.get(f"/api/{path}", asked, headers={"authorization": f"Bearer {token}"})


def test_a_token_is_kept_as_a_hash_and_its_making_stands_in_the_trail(token, now, member):
    row = Token.objects.get()
    assert row.hash == hash_of(token)
    assert token not in str(vars(row))
    entry = entries_of(f"token:{row.pk}")[0]
    assert entry.act == "api.make_token"
    assert token not in str(entry.payload)


def test_stories_items_and_signals_are_read_with_a_token(client, token, now):
    story = make_story(WATER, at=now - timedelta(hours=4))
    signal = make_signal(watch=None, story=story, series="story:1", evidence=[story.headline_id])
    [row] = call(client, "stories", token).json()["stories"]
    assert (row["id"], row["items"], row["publications"]) == (story.pk, 3, 3)
    assert call(client, f"stories/{story.pk}", token).json()["title"] == WATER[0]
    placed = call(client, f"stories/{story.pk}/items", token).json()
    assert [one["title"] for one in placed["items"]] == list(WATER)
    assert placed["items"][1]["shared"]
    assert len(call(client, "items", token).json()["items"]) == 3
    [told] = call(client, "signals", token).json()["signals"]
    assert told["told"] == "saw 14 publications in 6 h, expected 2.1; by chance once in 400 days."
    evidence = call(client, f"signals/{signal.pk}", token).json()["evidence"]
    assert [one["item"] for one in evidence] == [story.headline_id]


def test_a_program_reads_on_where_it_stopped(client, token, now):
    for number in range(3):
        make_story(tuple(f"{title} {number}" for title in WATER[:1]), at=now - timedelta(days=9 * number))
    first = call(client, "stories", token, limit=2).json()
    rest = call(client, "stories", token, limit=2, before=first["next"]).json()
    ids = [row["id"] for row in first["stories"] + rest["stories"]]
    assert ids == sorted(ids, reverse=True)
    assert rest["next"] is None


def test_since_gives_what_came_since_then(client, token, now):
    make_story(WATER[:1], at=now - timedelta(days=2))
    assert call(client, "stories", token, since=(now - timedelta(days=1)).isoformat()).json()["stories"] == []
    assert (
        len(call(client, "stories", token, since=(now - timedelta(days=3)).isoformat()).json()["stories"])
        == 1
    )


@pytest.mark.parametrize("given", ["", "ansr_wrong", "x" * 5000, "\u6c34"])
def test_without_a_valid_token_nothing_is_read(client, given):
    assert client.get("/api/stories", headers={"authorization": f"Bearer {given}"}).status_code == 401
    assert client.get("/api/stories").status_code == 401


def test_expired_and_revoked_tokens_open_nothing(client, token, now, member):
    Token.objects.update(expires_at=now - timedelta(seconds=1))
    assert call(client, "stories", token).status_code == 401
    Token.objects.update(expires_at=now + timedelta(days=1))
    assert call(client, "stories", token).status_code == 200
    actions.revoke_token(Token.objects.get().pk, by=actor_of(member, now), at=now)
    assert call(client, "stories", token).status_code == 401


def test_a_token_of_a_closed_account_opens_nothing(client, token, member):
    member.is_active = False
    member.save()
    assert call(client, "stories", token).status_code == 401


def test_a_token_reads_only_what_its_scopes_say(client, now, member):
    narrow = actions.make_token("narrow", [Scope.STORIES], 30, by=actor_of(member, now), at=now)
    assert call(client, "stories", narrow).status_code == 200
    refused = call(client, "signals", narrow)
    assert refused.status_code == 403
    assert "signals" in refused.json()["detail"]


def test_a_token_is_no_sign_in_for_pages(client, token):
    answer = client.get("/listen/stories/", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code in (302, 403)


def test_the_day_of_the_last_use_is_noted(client, token, now):
    call(client, "stories", token)
    assert Token.objects.get().last_used_on == clock.now().date()


def test_too_many_calls_are_told_to_wait(client, token, monkeypatch):
    monkeypatch.setattr(api.throttle[0], "num_requests", 2)
    codes = [call(client, "stories", token).status_code for _call in range(3)]
    assert codes == [200, 200, 429]


def test_what_is_not_there_is_told_in_a_sentence(client, token):
    answer = call(client, "stories/999999", token)
    assert answer.status_code == 404
    assert set(answer.json()) == {"detail", "next_step"}


def test_who_may_not_use_the_interface_makes_no_token(now):
    reader = make_member("Reader", PostKind.KEEPER)
    actor = actor_of(reader, now)
    bare = type(actor)(kind="person", name="x", account=reader.pk)
    with pytest.raises(NotAllowed):
        actions.make_token("x", EVERYTHING, 30, by=bare, at=now)


def test_an_account_has_a_bearable_number_of_tokens(now, member):
    actor = actor_of(member, now)
    for number in range(MOST_TOKENS):
        actions.make_token(f"t{number}", EVERYTHING, 30, by=actor, at=now)
    with pytest.raises(Anticipated):
        actions.make_token("one more", EVERYTHING, 30, by=actor, at=now)


def test_nobody_revokes_somebody_elses_token(token, now):
    emil = actor_of(make_member("Emil", PostKind.SPOKESPERSON), now)
    with pytest.raises(NotFound):
        actions.revoke_token(Token.objects.get().pk, by=emil, at=now)
    assert queries.tokens_of(emil, at=now) == ()


def test_a_life_that_is_not_offered_becomes_the_usual_one():
    assert life(10_000) == life(90) == timedelta(days=90)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_token_is_made_shown_once_and_revoked_from_the_page(client, member, language):
    client.force_login(member)
    said = {"name": "script", "scopes": ["stories"], "days": "30"}
    page = client.post("/api/tokens/", said, headers={"accept-language": language}).content.decode()
    assert page.count("ansr_") >= 2
    again = client.get("/api/tokens/").content.decode()
    row = Token.objects.get()
    assert again.count("ansr_") == 1  # its beginning in the list, no more
    assert client.post(f"/api/tokens/{row.pk}/revoke/").status_code == 302
    row.refresh_from_db()
    assert row.revoked_at is not None


def test_a_token_without_a_name_or_scope_is_not_made(client, member):
    client.force_login(member)
    page = client.post("/api/tokens/", {"name": "", "days": "30"}).content.decode()
    assert "There is something to put right" in page
    assert not Token.objects.exists()


@pytest.mark.parametrize(("language", "word"), [("en", "Stories, the newest first"), ("zh-hans", "话题列表")])
def test_the_page_describes_every_call_in_both_languages_without_a_script_from_elsewhere(
    client, member, language, word
):
    client.force_login(member)
    page = client.get("/api/docs/", headers={"accept-language": language}).content.decode()
    assert word in page
    for path in ("/api/items", "/api/stories/{story}", "/api/signals"):
        assert path in page
    assert "cdn" not in page


def test_the_description_is_openapi(client):
    schema = client.get("/api/openapi.json").json()
    assert schema["openapi"].startswith("3.")
    assert all("get" in methods and len(methods) == 1 for methods in schema["paths"].values())


def test_answers_keep_to_their_description_whatever_is_asked(token, now, application):
    make_signal(watch=None, story=make_story(WATER, at=now - timedelta(hours=4)), series="story:1")
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 8
    for operation in operations:

        @settings(
            max_examples=12,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case):
            # As a call of its own: one that PostgreSQL refuses leaves nothing of its transaction to the next.
            before = transaction.savepoint()
            case.call_and_validate(
                headers={"Authorization": f"Bearer {token}"},
                checks=[not_a_server_error, response_schema_conformance],
            )
            transaction.savepoint_rollback(before)

        ask()
