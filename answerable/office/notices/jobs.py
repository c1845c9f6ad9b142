"""Slow work of the room: bringing parcels to their addresses."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext, override
from django_tasks import task

from answerable.egress.errors import Disabled, EgressError
from answerable.egress.messages import send_message
from answerable.egress.webhooks import send_webhook
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.kernel.sealing import unseal
from answerable.office.notices import actions
from answerable.office.notices.models import Address, Delivery, Notice, Parcel
from answerable.office.notices.rules import mail_address
from answerable.office.people import queries as people

AT_ONCE = 20


@task
def send_due() -> int:
    """Pack what is due and bring out every parcel whose turn it is. Gives the parcels tried."""
    actions.pack_due(at=clock.now())
    parcels = actions.claim_parcels(AT_ONCE, at=clock.now())
    for parcel in parcels:
        outcomes = deliver(parcel, at=clock.now())
        actions.note_outcomes(parcel.pk, outcomes, at=clock.now())
    send_letters()
    return len(parcels)


def send_letters() -> int:
    """Bring the house's own mails out; without a mail server they wait. Gives how many were tried."""
    if not settings.MAIL_URL:
        return 0
    letters = actions.claim_letters(AT_ONCE, at=clock.now())
    for letter in letters:
        reason = ""
        try:
            send_message(
                mail_address(settings.MAIL_URL, unseal(letter.sealed_to)),
                title=letter.subject,
                body=unseal(letter.sealed),
                policy=settings.EGRESS_POLICY,
            )
        except Anticipated as error:
            reason = str(error)
        actions.note_letter(letter.pk, reason, at=clock.now())
    return len(letters)


def deliver(parcel: Parcel, *, at: datetime) -> list[actions.Outcome]:
    """Try every address of the parcel's person that has not got it yet. Opens no transaction."""
    notices = list(Notice.objects.filter(parcel=parcel).order_by("pk"))
    done = set(Delivery.objects.filter(parcel=parcel, delivered=True).values_list("address", flat=True))
    waiting = Address.objects.filter(person=parcel.person_id, stopped="").exclude(pk__in=done)
    language = people.language_of(parcel.person_id)
    return [_try(address, lambda a: _send(a, parcel, notices, language, at=at)) for address in waiting]


def _try(address: Address, send: Callable[[Address], None]) -> actions.Outcome:
    try:
        send(address)
    except Disabled as error:
        return actions.Outcome(address.pk, address.name, delivered=False, reason=str(error), stop=True)
    except EgressError as error:
        asked = timedelta(seconds=error.retry_after_s) if error.retry_after_s else None
        hopeless = not error.worth_retrying
        return actions.Outcome(
            address.pk, address.name, delivered=False, reason=str(error), asked=asked, stop=hopeless
        )
    except Anticipated as error:
        return actions.Outcome(address.pk, address.name, delivered=False, reason=str(error), stop=True)
    return actions.Outcome(address.pk, address.name, delivered=True)


def _send(
    address: Address, parcel: Parcel, notices: Sequence[Notice], language: str, *, at: datetime
) -> None:
    policy = settings.EGRESS_POLICY
    if address.sort == Address.Sort.WEBHOOK:
        payload = {"type": "notices", "timestamp": at.isoformat(), "notices": [_told(row) for row in notices]}
        send_webhook(
            unseal(address.sealed),
            payload,
            secrets=[unseal(address.sealed_secret)],
            message_id=parcel.public_id,
            at=at,
            policy=policy,
        )
        return
    title, body = _text(notices, language)
    target = unseal(address.sealed)
    if address.sort == Address.Sort.MAIL:
        target = mail_address(settings.MAIL_URL, target)
    send_message(target, title=title, body=body, policy=policy)


def _told(notice: Notice) -> dict[str, object]:
    """One notice as a webhook carries it."""
    english, chinese = notice.texts["en"], notice.texts["zh"]
    return {
        "key": notice.key,
        "kind": notice.kind,
        "urgent": notice.urgent,
        "link": notice.link,
        "created_at": notice.created_at.isoformat(),
        "subject": {"en": english[0], "zh": chinese[0]},
        "body": {"en": english[1], "zh": chinese[1]},
    }


def _text(notices: Sequence[Notice], language: str) -> tuple[str, str]:
    """One message out of one or several notices, in the person's language."""
    chosen = "zh" if language.startswith("zh") else "en"
    parts = []
    for notice in notices:
        subject, body = notice.texts[chosen]
        link = f"\n{settings.PUBLIC_ADDRESS}{notice.link}" if notice.link else ""
        parts.append(f"{body}{link}" if len(notices) == 1 else f"{subject}\n{body}{link}")
    with override(language):
        several = gettext("%(count)s notices") % {"count": len(notices)}
    title = notices[0].texts[chosen][0] if len(notices) == 1 else several
    return title, "\n\n".join(parts)
