"""The six limits of the product, each tried with bad intent through it; a control shows that each try bites."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from answerable.governance.accountability.actions import opening
from answerable.governance.accountability.models import File
from answerable.governance.duties.actions import finding as findings
from answerable.governance.duties.models import Finding
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.listening.sources import actions as sources
from answerable.listening.sources.actions.keeping import Draft
from answerable.listening.sources.models import Item, Source
from answerable.listening.sources.reading.pool import readers
from answerable.office.people.models import Account, Unit
from answerable.office.people.rules import PostKind
from answerable.response.answers import actions as answers
from answerable.response.channels import actions as channels
from answerable.response.channels.models import Channel
from tests.answerable.governance.accountability.makers import LATER, Hall
from tests.answerable.governance.duties.makers import quarter_run
from tests.answerable.listening.sources.makers import NOON, make_item
from tests.answerable.office.people.makers import actor_of, make_member
from tests.answerable.office.review.makers import make_office
from tests.answerable.response.answers.makers import LATER as READ_AT
from tests.answerable.response.answers.makers import make_draft, pass_gate, speaking_post
from tests.answerable.response.channels.makers import Desk, make_application
from tests.battery.bylines import DOCUMENTS, RATINGS, TITLE, TRACES, everything, take_in

pytestmark = pytest.mark.django_db
HERE = Path(__file__).resolve().parents[2] / "answerable"


# 1. It listens to what is published, never to people.


@pytest.mark.parametrize("form", DOCUMENTS)
def test_nobody_who_wrote_is_kept_anywhere_whatever_brought_the_text(form, client, caplog):
    document = DOCUMENTS[form][1].body.decode().lower()
    assert all(trace in document for trace in TRACES)
    item = take_in(form)
    readers().close()
    kept = everything()
    assert TITLE.lower() in kept
    assert [trace for trace in TRACES if trace in kept + caplog.text.lower()] == []
    client.force_login(make_member("Ada"))
    shown = client.get(f"/listen/items/{item.pk}/").content.decode().lower()
    assert TITLE.lower() in shown
    assert [trace for trace in TRACES if trace in shown] == []


# 2. It never watches staff, nor anybody else.

PRIVATE = (
    "https://weibo.com/u/1765432100",
    "HTTPS://WEIBO.COM./u/1765432100",
    "https://m.weibo.cn/profile/1765432100",
    "https://weibo.com/%75/1765432100",
    "https://www.douyin.com/user/MS4wLjABAAAA",
    "https://space.bilibili.com/208259",
    "https://x.com/somebody",
    "https://mobile.twitter.com/somebody",
    "https://nitter.net/somebody/rss",
    "https://town.social.example/@somebody",
    "https://town.social.example/users/somebody.rss",
    "https://rsshub.example/weibo/user/1765432100",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc",
    "https://bsky.app/profile/somebody.bsky.social",
    "https://t.me/s/somebody",
    "https://user.qzone.qq.com/12345678",
)
PAPER = "https://evening.example/feed.xml"


@pytest.mark.parametrize("address", PRIVATE)
def test_no_account_of_a_person_becomes_a_source_by_form_by_call_or_by_list(address, client):
    ada = make_member("Ada")
    client.force_login(ada)
    unit = ada.person.holdings.get().post.unit_id
    typed = {"name": "x", "owner_unit": unit, "language": "en", "retention_days": 365}
    for wanted, count in ((address, 0), (PAPER, 1)):
        client.post("/listen/sources/add/feed/", {**typed, "address": wanted, "publication": wanted})
        assert Source.objects.count() == count
    draft = Draft(kind="feed", address=address, owner_unit=unit, name="x", publication="y")
    with pytest.raises(Anticipated, match="account"):
        sources.add_source(draft, by=actor_of(ada), at=NOON)
    added, refused = sources.add_sources([draft], by=actor_of(ada), at=NOON)
    assert (added, len(refused)) == ((), 1)


@pytest.fixture
def desk():
    """The office, and Fay who keeps the channels of a department."""
    office = make_office()
    return Desk(office, actor_of(make_member("Fay", PostKind.KEEPER, Unit.objects.get(pk=office.unit))))


@pytest.mark.parametrize(
    "change",
    [
        {"holder_kind": "person"},
        {"holder_kind": "other"},
        {"name": "Fay speaks"},
        {"address": "https://www.facebook.com/profile.php?id=100001"},
        {"address": "https://www.linkedin.com/in/somebody"},
        {"address": "tel:13800138000"},
        {"purpose": "Reach her at 13800138000."},
    ],
    ids=str,
)
def test_no_private_account_becomes_a_channel(desk, change):
    account = make_application(desk, platform="weibo", address="https://weibo.com/ourbureau", name="Bureau")
    with pytest.raises(Anticipated):
        channels.apply(replaced(account, change), "People ask.", by=desk.fay, at=NOON)
    assert not Channel.objects.exists()
    channels.apply(account, "People ask.", by=desk.fay, at=NOON)
    assert Channel.objects.count() == 1


def replaced(application, change):
    """The same application with something else in it."""
    kept = {name: getattr(application, name) for name in application.__dataclass_fields__}
    return channels.Application(**{**kept, **change})


# 3. It judges no opinion.

#: What such products call it, in both languages; the last of each list is a control that has to be found.
LABELS = (
    *("sentiment", "stance", "ideology", "loyalty", "political", "religious", "ethnic", "opinion leader"),
    *("influencer", "troll", "情感倾向", "情绪倾向", "立场", "意识形态", "忠诚", "政治倾向", "宗教", "民族"),
    *("意见领袖", "敏感人员", "重点人员", "正面舆情", "负面舆情"),
)
CONTROLS = ("source", "来源")
#: A fault of the body's own channel in the words of the national list of checks; it is said of nobody's opinion.
QUOTED = "引发严重负面舆情"


def words_of_the_product() -> str:
    """Every word that the product shows, asks or ships: catalogues, templates, plans, packs, question banks."""
    kinds = ("*.po", "*.html", "*.yaml", "*.yml", "*.json")
    return (
        "\n".join(path.read_text(encoding="utf-8") for kind in kinds for path in HERE.rglob(kind))
        .lower()
        .replace(QUOTED, "")
    )


def test_no_label_for_what_people_think_is_in_any_word_of_the_product():
    words = words_of_the_product()
    found = [word for word in (*LABELS, *CONTROLS) if re.search(rf"(?<![a-z]){word}", words)]
    assert found == list(CONTROLS)


@pytest.mark.parametrize("form", ["json", "table", "call"])
def test_a_vendors_rating_of_what_was_said_falls_away_when_it_is_read(form):
    assert any(rating in DOCUMENTS[form][1].body.decode() for rating in RATINGS)
    take_in(form)
    readers().close()
    kept = everything()
    assert TITLE.lower() in kept
    assert [rating for rating in RATINGS if rating in kept] == []


def test_what_a_form_did_not_ask_for_is_not_kept_either(client):
    ada = make_member("Ada")
    client.force_login(ada)
    typed = {
        "title": "Low pressure in Mill Lane",
        "matter": "The pressure is low in the evening.",
        "seen_at": "2026-03-02T12:00",
        "unit": ada.person.holdings.get().post.unit_id,
    }
    ratings = {"sentiment": "furious-8731", "stance": "against-8731", "level": "8731", "author": "Quenby"}
    assert client.post("/respond/cases/open/", {**typed, **ratings}).status_code == 302
    kept = everything()
    assert "low pressure in mill lane" in kept
    assert not any(word in kept for word in ("8731", "quenby"))


# 4. It answers in its own name.


def test_nobody_gives_an_answer_in_another_name(client):
    office = make_office()
    answer = make_draft(office)
    pass_gate(office, answer)
    for post in (0, 987_654, min(office.boris.posts), min(office.ada.posts)):
        with pytest.raises(Anticipated):
            answers.publish(answer, post, by=office.emil, at=READ_AT)
    for stranger in (office.chen, office.dana):
        with pytest.raises(Anticipated):
            answers.publish(answer, speaking_post(), by=stranger, at=READ_AT)
    slug = answers.publish(answer, speaking_post(), by=office.emil, at=READ_AT)
    shown = client.get(f"/answers/{slug}/").content.decode()
    assert "Emil" in shown
    assert "Water Bureau" in shown


def outward_calls():
    """Each call outside the one way out that goes to another host: its file, its name, its method."""
    for path in HERE.rglob("*.py"):
        if "egress" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "") if isinstance(node, ast.Call) else ""
            if name in ("FetchRequest", "send_webhook", "send_message"):
                given = [key.value for key in node.keywords if key.arg == "method"] + node.args[1:2]
                yield (
                    path.relative_to(HERE).as_posix(),
                    name,
                    ast.literal_eval(given[0]) if (name == "FetchRequest" and given) else "GET",
                )


def test_what_goes_out_only_asks_or_goes_to_addresses_the_body_itself_set():
    calls = list(outward_calls())
    assert len([name for _path, name, _method in calls if name == "FetchRequest"]) > 5
    assert {method for _path, name, method in calls if name == "FetchRequest"} == {"GET", "HEAD"}
    senders = {path for path, name, _method in calls if name != "FetchRequest"}
    # Delivery of the body's own pieces to its own channels, and notices to the addresses people gave for themselves.
    assert senders == {"response/channels/jobs.py", "office/notices/jobs.py"}


# 5. It takes nothing down.


def addresses(patterns=None, prefix="/"):
    """Every address of the house, with something real wherever it asks for a number."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, path)
        elif isinstance(entry, URLPattern) and not path.startswith(("/admin/", "/^static")):
            yield path


def filled(path, item):
    """An address with the item's own number in it."""
    numbers = {"item": item.pk, "source": item.source_id}
    asked = re.sub(r"<(?:int:)?(\w+)>", lambda found: str(numbers.get(found[1], item.pk)), path)
    return re.sub(r"<\w+:\w+>", "none", asked)


#: Where what others published is shown or listed; the description of the interface answers the same to every verb.
OTHERS = ("/listen/", "/api/docs", "/api/items", "/api/stories", "/api/tokens")


def test_no_address_removes_hides_or_reports_what_others_published():
    item = make_item(title=TITLE)
    client = Client(raise_request_exception=False)
    for kind in (PostKind.LEAD, PostKind.OFFICE, PostKind.OVERSIGHT):
        client.force_login(make_member(kind.value, kind))
        listening = [filled(path, item) for path in addresses() if path.startswith(OTHERS)]
        assert len(listening) > 30
        for address in listening:
            for verb in ("delete", "put", "patch", "post"):
                answer = getattr(client, verb)(address)
                assert verb == "post" or not 200 <= answer.status_code < 300, (verb, address)
        for act in ("delete", "remove", "hide", "report", "bury", "block", "takedown", "complain"):
            assert client.post(f"/listen/items/{item.pk}/{act}/").status_code == 404
        assert TITLE in client.get(f"/listen/items/{item.pk}/").content.decode()
    assert Item.objects.get().title == TITLE


# 6. Accountability is for duties.


def test_nothing_but_a_confirmed_missed_duty_opens_a_procedure(client):
    hall = Hall(confirmed=False)
    make_item(title="Chen says the plan is nonsense")
    said = [
        model for model in apps.get_models() if model._meta.label in ("sources.Item", "duties.Occurrence")
    ]
    numbers = {row.pk for model in said for row in model.objects.all()} | {0, 10**9, hall.finding.pk}
    client.force_login(hall.act("olga") and hall.olga.account)
    for number in numbers:
        with pytest.raises(NotFound, match="only on a missed duty"):
            opening.open_file(number, "He said something.", **hall.by("olga"))
        answer = client.post(f"/govern/accountability/open/{number}/", {"text": "He said something."})
        assert answer.status_code == 404
    for state in ("observed", "put", "dismissed"):
        Finding.objects.update(state=state)
        with pytest.raises(NotFound):
            opening.open_file(hall.finding.pk, "He said something.", **hall.by("olga"))
    people = {"person": hall.town.chen, "opened_by": hall.olga, "unit": hall.town.body}
    with pytest.raises(IntegrityError), transaction.atomic():
        File.objects.create(**people, opened_at=LATER, state_since=LATER)
    assert not File.objects.exists()
    Finding.objects.update(state="confirmed")
    assert opening.open_file(hall.finding.pk, "Look at it.", **hall.by("olga"))


def test_there_is_no_finding_on_a_duty_that_was_not_missed():
    hall = Hall()
    for run in (quarter_run(hall.town, unit=1), hall.run):
        assert findings.open_finding(run.pk, by=hall.act("olga"), at=run.opens_at) is None
    assert Finding.objects.count() == 1


def test_whoever_speaks_up_in_a_file_can_only_gain_by_it():
    """The wording stands in the page of the one concerned; the life of a file is tried in its own room."""
    hall = Hall()
    file = opening.open_file(hall.finding.pk, "Look at it.", **hall.by("olga"))
    client = Client()
    client.force_login(hall.act("chen") and hall.town.chen.account)
    page = client.get(f"/govern/accountability/{file}/", headers={"accept-language": "en"}).content.decode()
    assert "makes nothing heavier" in page
    for account in Account.objects.exclude(person__in=[hall.town.chen, hall.olga]):
        client.force_login(account)
        shown = client.get(f"/govern/accountability/{file}/")
        assert shown.status_code == 404 or account.person in (hall.town.boris, hall.qian, hall.fang)


def test_no_post_may_open_a_file_but_oversight():
    hall = Hall()
    for name in ("ada", "boris", "chen", "dana", "emil", "lin", "wang", "qian"):
        with pytest.raises(NotAllowed):
            opening.open_file(hall.finding.pk, "Because.", **hall.by(name))
    assert opening.open_file(hall.finding.pk, "Look at it.", **hall.by("olga"))
