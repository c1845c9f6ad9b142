"""Pages of signals and watches."""

from datetime import timedelta

import pytest

from answerable.kernel import clock
from answerable.listening.signals.actions.answering import answer_trial
from answerable.listening.signals.models import Setting, Signal, Trial, Watch
from answerable.office.people.rules import PostKind
from tests.answerable.listening.signals.makers import burst, make_signal, make_watch, quiet_weeks
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db
WATCH = {"words": "停水", "name": "", "switch": "0.5", "at_least": "3", "rhythm": "at_once"}


@pytest.fixture
def now():
    return clock.now().replace(minute=0, second=0, microsecond=0)


@pytest.fixture
def member():
    return make_member("Ada", PostKind.OFFICE)


@pytest.fixture
def as_ada(client, member):
    client.force_login(member)
    return client


@pytest.fixture
def signal(now):
    story = make_story(at=now - timedelta(hours=4))
    return make_signal(
        watch=None,
        story=story,
        title=story.title,
        series="story:1",
        evidence=list(story.placements.values_list("pk", flat=True)),
        from_at=now - timedelta(hours=6),
        until_at=now,
        raised_at=now,
    )


def text(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def test_the_list_of_signals_says_what_was_seen_and_the_odds(as_ada, signal):
    page = text(as_ada.get("/listen/signals/"))
    assert "saw 14 publications in 6 h, expected 2.1" in page
    assert "once in 400 days" in page
    assert "one false alarm in 10 days" in page


@pytest.mark.parametrize("state", ["open", "new", "dismissed", "all", "nonsense"])
def test_every_list_works_empty_and_in_chinese(as_ada, state):
    assert "预警" in text(
        as_ada.get(f"/listen/signals/?state={state}", headers={"accept-language": "zh-hans"})
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "saw 14 publications in 6 h, expected 2.1; by chance once in 400 days."),
        ("zh-hans", "6小时内14家次媒体报道，预期2.1；纯属偶然的可能：400天一次。"),
    ],
)
def test_the_page_of_a_signal_says_it_in_plain_words_with_its_evidence(as_ada, signal, language, words):
    page = text(as_ada.get(f"/listen/signals/{signal.pk}/", headers={"accept-language": language}))
    assert words in page
    assert page.count("/listen/items/") >= 3


def test_a_signal_is_settled_from_its_page(as_ada, signal):
    assert as_ada.post(f"/listen/signals/{signal.pk}/acknowledge/").status_code == 302
    refused = text(as_ada.post(f"/listen/signals/{signal.pk}/dismiss/", {"note": "the fair"}), 422)
    assert "Choose why" in refused
    assert "the fair" in refused
    as_ada.post(f"/listen/signals/{signal.pk}/dismiss/", {"reason": "expected", "note": "the fair"})
    signal.refresh_from_db()
    assert (signal.state, signal.reason, signal.note) == ("dismissed", "expected", "the fair")
    assert as_ada.post(f"/listen/signals/{signal.pk}/explode/").status_code == 404


def test_a_signal_is_taken_on_and_ended(as_ada, signal):
    as_ada.post(f"/listen/signals/{signal.pk}/take/")
    assert "Taken on" in text(as_ada.get(f"/listen/signals/{signal.pk}/"))
    as_ada.post(f"/listen/signals/{signal.pk}/end/")
    assert Signal.objects.get().state == "ended"


def test_who_only_reads_finds_no_buttons_and_moves_nothing(client, signal):
    client.force_login(make_member("Chen", PostKind.LIAISON))
    assert "Take on" not in text(client.get(f"/listen/signals/{signal.pk}/"))
    assert client.post(f"/listen/signals/{signal.pk}/take/").status_code == 403


def test_a_watch_is_added_edited_paused_and_ended(as_ada, member):
    assert "Add the first watch" in text(as_ada.get("/listen/watches/"))
    text(as_ada.get("/listen/watches/add/?words=water"))
    assert as_ada.post("/listen/watches/add/", WATCH).status_code == 302
    watch = Watch.objects.get()
    assert (watch.name, watch.owner) == ("停水", member.person)
    text(as_ada.get(f"/listen/watches/{watch.pk}/"))
    as_ada.post(f"/listen/watches/{watch.pk}/", WATCH | {"name": "Outages", "languages": ["zh"]})
    assert "Outages" in text(as_ada.get("/listen/watches/"))
    as_ada.post(f"/listen/watches/{watch.pk}/pause/")
    assert "paused" in text(as_ada.get("/listen/watches/"))
    as_ada.post(f"/listen/watches/{watch.pk}/end/")
    assert Watch.objects.get().state == "ended"
    assert as_ada.post(f"/listen/watches/{watch.pk}/nonsense/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": "—"}, "hold no word"),
        ({"quiet_from": "22:00"}, "a beginning and an end"),
        ({"switch": "99"}, ""),
    ],
)
def test_nothing_that_was_typed_is_lost_on_an_error(as_ada, wrong, said):
    page = text(as_ada.post("/listen/watches/add/", WATCH | {"name": "My outages"} | wrong))
    assert said in page
    assert "My outages" in page
    assert not Watch.objects.exists()


def test_the_form_shows_what_the_words_find_now_and_then_what_the_switch_would_have_done(as_ada, now):
    quiet_weeks(at=now)
    burst(at=now - timedelta(hours=2))
    asked = {"words": "water", "at_least": "3", "switch": "0.5"}
    page = text(as_ada.get("/listen/watches/preview/", asked))
    assert "items in 7 days" in page
    assert "Being tried" in page
    answer_trial(Trial.objects.get().pk, at=now)
    shown = text(as_ada.get(f"/listen/watches/trials/{Trial.objects.get().key}/?switch=0.5"))
    assert "would have fired" in shown
    assert "aria-selected" in shown
    assert "every 2s" not in shown
    assert as_ada.get("/listen/watches/trials/none/").status_code == 404


def test_words_that_find_nothing_may_be_watched_all_the_same(as_ada):
    assert "It may watch all the same" in text(as_ada.get("/listen/watches/preview/", {"words": "zeppelin"}))
    assert "Type words" in text(as_ada.get("/listen/watches/preview/"))


def test_somebody_elses_watch_is_not_there(as_ada):
    owner = make_member("Emil", PostKind.SPOKESPERSON).person
    watch = make_watch(owner=owner)
    assert as_ada.get(f"/listen/watches/{watch.pk}/").status_code == 404
    assert as_ada.post(f"/listen/watches/{watch.pk}/pause/").status_code == 404


def test_the_switch_of_the_stories_is_set_from_its_page(as_ada):
    text(as_ada.get("/listen/signals/switch/"))
    assert as_ada.post("/listen/signals/switch/", {"days": "3", "at_least": "5"}).status_code == 302
    assert (Setting.objects.get().days, Setting.objects.get().at_least) == (3, 5)
    assert "one false alarm in 3 days" in text(as_ada.get("/listen/signals/"))


def test_the_list_keeps_to_the_days_of_its_address_and_leads_out_of_them(as_ada, signal):
    page = as_ada.get("/listen/signals/?state=all&end=2000-01-01").content.decode()
    assert signal.title not in page
    assert "Only until 1 Jan 2000." in page
    assert 'href="?state=all"' in page
    assert signal.title in as_ada.get("/listen/signals/?state=all&begin=2000-01-01").content.decode()
