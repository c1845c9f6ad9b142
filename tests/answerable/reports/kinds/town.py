"""A small body in which something has happened in every room: each room's own makers, side by side."""

from datetime import timedelta
from types import SimpleNamespace

from django.db.models import F, Value
from django.db.models.functions import Concat

from answerable.listening.stories.actions.keeping import MEMORY
from answerable.office.people.models import Account, Unit
from answerable.response.cases import actions
from answerable.response.cases.actions import EvidenceDraft, PaperDraft
from tests.answerable.governance.accountability.makers import Hall, heard
from tests.answerable.governance.inspections.makers import Body, make_finding
from tests.answerable.governance.training import makers as training
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.clockwork import adopt_rules
from tests.answerable.response.cases.makers import HOUR, answered, closed, fact, make_case, make_cast
from tests.answerable.response.foresight.conftest import adopt_decision_gate
from tests.answerable.response.foresight.makers import agreed

WATER = (
    "磨坊巷供水主管破裂，四百户居民停水",
    "磨坊巷主管破裂致四百户停水，抢修预计周五完成",
    "供水主管破裂后磨坊巷停水，水务局派出送水车",
)
TEXT = "今天早晨六时，磨坊巷一处供水主管破裂。约四百户居民停水。水务局已在学校门口安排送水车。"


def apart(prefix: str) -> None:
    """Set what one room's makers made apart from the next: makers call everybody Ada."""
    Account.objects.exclude(username__contains=".").update(
        username=Concat(Value(f"{prefix}."), F("username"))
    )
    Unit.objects.exclude(code__contains=".").update(code=Concat(Value(f"{prefix}."), F("code")))


def settle() -> SimpleNamespace:
    """Let something happen in every room; gives what papers can be about."""
    MEMORY.let_go()
    finding = make_finding(Body(), "rectifying")
    apart("i")
    hall = Hall()
    file = heard(hall)
    apart("h")
    cast = training.make_cast()
    training.make_course(cast, required_for=("spokesperson", "keeper"))
    apart("t")
    case, plain = cases()
    make_story(WATER, text=TEXT, language="zh")
    make_signal()
    MEMORY.let_go()
    return SimpleNamespace(
        subjects={
            "case": f"case:{case}",
            "round": f"round:{finding.round_id}",
            "release": f"release:{plain}",
            "file": f"file:{file.pk}",
            "post": f"post:{hall.town.contacts[0].pk}",
        },
        overseer=hall.act("olga"),
        body=hall.town.body,
    )


def cases() -> tuple[int, int]:
    """A closed case with facts and a report upward, two that are open, and a decision; gives case and decision."""
    adopt_rules()
    cast = make_cast()
    adopt_decision_gate(cast)
    case, _review = closed(cast, title="城东多个小区自来水发黄", matter="多条街道居民反映早晨起自来水发黄。")
    evidence = (EvidenceDraft("link", "水质检测报告", "https://water.example/values"),)
    open_case = answered(cast, title="磨坊巷停水", matter="主管破裂，四百户停水。")
    actions.add_fact(
        open_case,
        fact(
            claim="停水原因是主管老化。",
            finding="confirmed",
            words="抢修现场勘查。",
            known_by=None,
            evidence=evidence,
        ),
        by=cast.chen,
        at=NOON + HOUR,
    )
    actions.add_fact(
        open_case, fact(claim="水质受到影响。", words="正在检测。"), by=cast.chen, at=NOON + HOUR
    )
    draft = PaperDraft(kind="first", to="云汀区人民政府", title="关于磨坊巷停水的报告", text="停水四百户。")
    paper = actions.draft_paper(open_case, draft, by=cast.chen, at=NOON)
    actions.sign_paper(paper, seen_version=1, by=cast.boris, at=NOON + HOUR)
    actions.send_paper(paper, "专人送达", by=cast.ada, at=NOON + HOUR)
    make_case(cast, title="水费单据看不懂", matter="居民询问阶梯水价。", at=NOON + timedelta(hours=2))
    return open_case if case else case, agreed(cast)
