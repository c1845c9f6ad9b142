"""Hand-written makers of letters, mails and inquiries, and the office that has them."""

from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from itertools import count

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.ladders import Ladder, Rung
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.office.clocks.rules.staging import EventRule, Extension, Stage
from answerable.office.people.rules import PostKind
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.letters import actions
from answerable.response.letters.models import Letter, Reply
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.references import keys_of
from answerable.response.letters.rules.states import Way
from answerable.response.letters.rules.wording import Wording
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

TEXT = "No water in Mill Lane since six this morning. When does it come back? My number is 13912345678."
ASKER = Contact(name="Zhang Wei", email="zhang.wei@mill.example", phone="13912345678")
_seeds = count(1)


def fresh_keys():
    """Keys of a letter of its own."""
    return keys_of(next(_seeds).to_bytes(32, "big"))


@dataclass(frozen=True)
class Office:
    """A body: Ada in its office, Chen in a department, Boris its head, Emil its spokesperson, Dana an inspector."""

    body: int
    supply: int
    ada: Actor
    boris: Actor
    chen: Actor
    dana: Actor
    emil: Actor


def make_office(with_plan: bool = True) -> Office:
    """The body, and the rule for letters of its plan: seven working days, fifteen when extended."""
    body = make_unit(code="bureau", name="Water Bureau")
    office = make_unit(body, code="office", name="Office")
    supply = make_unit(body, code="supply", name="Supply Division")
    apart = make_unit(code="oversight", name="Oversight")
    made = Office(
        body=body.pk,
        supply=supply.pk,
        ada=actor_of(make_member("Ada", PostKind.OFFICE, office)),
        boris=actor_of(make_member("Boris", PostKind.LEAD, body)),
        chen=actor_of(make_member("Chen", PostKind.LIAISON, supply)),
        dana=actor_of(make_member("Dana", PostKind.INSPECTOR, apart)),
        emil=actor_of(make_member("Emil", PostKind.SPOKESPERSON, body)),
    )
    if with_plan:
        adopt_plan()
    return made


def adopt_plan(**parameters) -> None:
    """Put the rule for letters in force, as a plan writes it down."""
    ladder = (Rung("-2wd", ("owner",), "remind"), Rung("+1wd", ("owner", "superior"), "urge_notice"))
    rule = EventRule(
        id="e-letter",
        on="letter.received",
        stages=(Stage(do="substantive_reply", in_="7wd"),),
        start="",
        ladder="std",
        extend=Extension(limit="15wd", approver=""),
        pause=("asked_for_clarification",),
    )
    sheet = Sheet(
        calendar="CN",
        zone="Asia/Shanghai",
        ladders={"std": Ladder("std", ladder), "fast": Ladder("fast", ladder)},
        rules={"e-letter": rule},
        parameters={key: Parameter(value, "test", "") for key, value in parameters.items()},
        posts={},
        clauses={},
    )
    clocks.adopt(sheet, by=MACHINE, at=NOON - timedelta(days=30))


def make_draft(**changes) -> actions.LetterDraft:
    """A letter by the public form, with everything an asker may leave."""
    fields = {
        "way": Way.FORM,
        "title": "No water in Mill Lane",
        "text": TEXT,
        "contact": ASKER,
        "keys": fresh_keys(),
        "received_at": NOON,
        "language": "en",
        **changes,
    }
    return actions.LetterDraft(**fields)


def make_letter(*, by=actions.ASKER, at=NOON, **changes) -> Letter:
    """A letter that came in."""
    made = actions.receive(make_draft(**{"received_at": at, **changes}), by=by, at=at)
    assert made is not None
    return Letter.objects.get(pk=made.id)


def forwarded(office: Office, *, at=NOON, **changes) -> Letter:
    """A letter that Ada gave to the supply division."""
    letter = make_letter(at=at, **changes)
    actions.forward(letter.pk, office.supply, "", by=office.ada, at=at)
    return Letter.objects.get(pk=letter.pk)


def make_wording(**changes) -> Wording:
    """Words of a reply."""
    fields = {
        "title": "Water in Mill Lane",
        "text": "The main is repaired; water is back since eight.",
        "signature": "Water Bureau, spokesperson Emil",
        **changes,
    }
    return Wording(**fields)


def drafted(office: Office, *letters: Letter, at=NOON, **changes) -> int:
    """A reply that Chen drafted."""
    draft = actions.ReplyDraft(make_wording(**changes), tuple(letter.pk for letter in letters), "en")
    return actions.draft_reply(draft, by=office.chen, at=at)


def passed(office: Office, *letters: Letter, at=NOON, **changes) -> int:
    """A reply that three people read and passed."""
    reply = drafted(office, *letters, at=at, **changes)
    found = actions.hand_in_reply(reply, by=office.chen, at=at)
    read_all(office, found, at=at)
    return reply


def read_all(office: Office, found: int, *, at=NOON) -> None:
    """Ada, Emil and Boris read a text and pass it."""
    for reader in (office.ada, office.emil, office.boris):
        review.note_reading(found, by=reader, at=at)
        page = reviews.review_page(reader, found, at=at)
        seen = reviews.review_for(reader, found).content_hash
        review.pass_step(found, seen, page.current.checks, "", by=reader, at=at)


def answered(office: Office, *, at=NOON + timedelta(days=1), **changes) -> Letter:
    """A letter of which the asker has the answer."""
    letter = forwarded(office, **changes)
    actions.send_reply(passed(office, letter, at=at), by=office.chen, at=at)
    return Letter.objects.get(pk=letter.pk)


def reply_of(letter: Letter) -> Reply:
    """The reply of a letter as it is now."""
    return Reply.objects.get(letters=letter)


def make_mail(**changes) -> bytes:
    """A mail of Zhang Wei."""
    fields = {
        "From": "Zhang Wei <zhang.wei@mill.example>",
        "To": "letters@bureau.example",
        "Subject": "No water",
        "Date": "Mon, 02 Mar 2026 11:00:00 +0800",
        "Message-ID": f"<{next(_seeds)}@mill.example>",
    }
    text = changes.pop("text", TEXT)
    files = changes.pop("files", ())
    mail = EmailMessage()
    given = {name.replace("_", "-"): value for name, value in changes.items()}
    for name, value in {**fields, **given}.items():
        if value:
            mail[name] = value
    mail.set_content(text)
    for name, body in files:
        mail.add_attachment(body, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def make_inquiry(office: Office, *, at=NOON, **changes) -> int:
    """A question of the Mill Lane Courier, wanted by tomorrow noon."""
    fields = {
        "outlet": "Mill Lane Courier",
        "title": "Cause of the burst main",
        "question": "Why did the main burst, and when was it last checked?",
        "received_at": at,
        "wanted_at": at + timedelta(days=1),
        "unit": office.body,
        "contact": Contact(name="Li Reporter", phone="13800001111", email="li@courier.example"),
        "keys": fresh_keys(),
        **changes,
    }
    return actions.take_inquiry(actions.InquiryDraft(**fields), by=office.ada, at=at)
