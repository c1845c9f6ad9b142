"""A furnished house: people, sources, stories, a signal, a watch, a notice, and the addresses of all its pages."""

from dataclasses import dataclass
from datetime import timedelta

from answerable.kernel import clock
from answerable.listening.sources.rules.states import State
from answerable.listening.stories.models import Story
from answerable.office.people.models import Account
from answerable.office.people.rules import PostKind, Role
from tests.answerable.listening.signals.makers import make_signal, make_watch
from tests.answerable.listening.sources.makers import make_publication, make_source
from tests.answerable.listening.stories.makers import BRIDGE, WATER, make_story
from tests.answerable.office.notices.makers import make_webhook, tell
from tests.answerable.office.people.makers import make_account, make_member, make_unit

WATER_IN_CHINESE = (
    "东桥路供水主管爆裂 数百户停水",
    "东桥路水管爆裂致数百户居民停水",
    "供水公司抢修东桥路爆裂主管 停水数百户",
)


@dataclass(frozen=True)
class House:
    """What a test visits: its people, and the pages open to each of them."""

    editor: Account
    story: Story
    pages: dict[str, str]
    kept: dict[str, str]


def furnish() -> House:
    """Furnish the house, as it stands some days after it was opened."""
    now = clock.now()
    unit = make_unit(name="Press office")
    editor = make_member("Ada", PostKind.OFFICE, unit)
    make_account("root", role=Role.ADMINISTRATOR)
    ill = make_source(
        name="Silent Gazette",
        publication=make_publication(name="Silent Gazette"),
        state=State.SILENT,
        state_since=now - timedelta(hours=9),
    )
    make_story(BRIDGE, at=now - timedelta(hours=30))
    make_story(WATER_IN_CHINESE, at=now - timedelta(hours=7), language="zh")
    story = make_story(WATER, at=now - timedelta(hours=5))
    watch = make_watch(owner=editor.person, words="water | 停水", created_at=now - timedelta(days=3))
    signal = make_signal(
        watch=watch, from_at=now - timedelta(hours=6), until_at=now, raised_at=now - timedelta(minutes=9)
    )
    make_webhook(editor, "http://127.0.0.1:9/hook")
    tell(editor.person, at=now, link=f"/listen/signals/{signal.pk}/")
    items = list(story.placements.order_by("pk").values_list("pk", flat=True))
    person, post = editor.person, editor.person.holdings.first().post
    one = {
        "story": f"/listen/stories/{story.pk}/",
        "against": f"/listen/stories/{story.pk}/against/{items[0]}/{items[1]}/",
        "item": f"/listen/items/{items[0]}/",
        "signal": f"/listen/signals/{signal.pk}/",
        "watch": f"/listen/watches/{watch.pk}/",
        "source": f"/listen/sources/{ill.pk}/",
        "source-edit": f"/listen/sources/{ill.pk}/edit/",
        "unit": f"/people/units/{unit.pk}/",
        "person": f"/people/persons/{person.pk}/",
        "post": f"/people/posts/{post.pk}/",
    }
    kept = {"account": f"/people/accounts/{editor.pk}/"}
    return House(editor, story, PAGES | one, KEPT | kept)


PAGES = {
    "home": "/",
    "board": "/listen/stories/",
    "board-new": "/listen/stories/?tab=new",
    "merge": "/listen/stories/merge/",
    "search": "/listen/search/?q=停水",
    "search-nothing": "/listen/search/?q=zeppelin",
    "signals": "/listen/signals/",
    "switch": "/listen/signals/switch/",
    "watches": "/listen/watches/",
    "watch-add": "/listen/watches/add/",
    "sources": "/listen/sources/",
    "source-add": "/listen/sources/add/",
    "source-add-page": "/listen/sources/add/page/",
    "opml-in": "/listen/sources/opml/in/",
    "publications": "/listen/publications/",
    "units": "/people/",
    "persons": "/people/persons/",
    "person-add": "/people/persons/add/",
    "rosters": "/people/rosters/",
    "me": "/people/me/",
    "notices": "/notices/",
    "notices-settings": "/notices/settings/",
    "api-docs": "/api/docs/",
    "api-tokens": "/api/tokens/",
    "two-factor": "/accounts/2fa/",
    "sign-out": "/accounts/logout/",
}
#: Asks for the password again, and what it then opens.
AGAIN = {"reauthenticate": "/accounts/reauthenticate/?next=/"}
GUARDED = {"two-factor-app": "/accounts/2fa/totp/activate/", "passkey-add": "/accounts/2fa/webauthn/add/"}
#: Open to administrators alone.
KEPT = {"accounts": "/people/accounts/", "account-add": "/people/accounts/add/"}
#: Open to everybody at the door.
DOOR = {"login": "/accounts/login/", "forgotten": "/accounts/password/reset/"}
