"""Mails to askers, and notices to the people who have the next step."""

from collections.abc import Callable, Iterable
from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.office.notices import actions as notices
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.response.letters import mails
from answerable.response.letters.models import Letter, Outgoing
from answerable.response.letters.queries.body import body, page_address
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.queries.door import CONTACT, WORK
from answerable.response.letters.rules.clockwork import letter_link

Write = Callable[[mails.Sender, str], mails.Words]


def write_to_asker(letter: Letter, write: Write, *, at: datetime) -> bool:
    """Put a mail to the asker into the house's letter box; say whether there is an address to write to."""
    contact = contact_of(letter)
    if contact is None or not contact.email:
        return False
    page = page_address(contact.code, letter.language) if contact.code else ""
    words = write(mails.Sender(body()[1], page), letter.language)
    row = notices.write_letter(contact.email, words.subject, words.body, by=MACHINE, at=at)
    Outgoing.objects.create(letter=letter, notice_letter=row.pk, at=at)
    return True


def tell_office(letter: Letter, en: str, zh: str, key: str, *, at: datetime) -> None:
    """Tell the office that a letter needs it."""
    _tell(letter, (en, zh), key, people.who_may(CONTACT, at=at, unit=letter.unit_id), at=at)


def tell_unit(letter: Letter, en: str, zh: str, key: str, *, at: datetime) -> None:
    """Tell the contacts of the unit that has a letter; the office where the unit has none."""
    office = set(people.who_may(CONTACT, at=at))
    unit = [person for person in people.who_may(WORK, at=at, unit=letter.unit_id) if person not in office]
    _tell(letter, (en, zh), key, unit or office, at=at)


def _tell(letter: Letter, words: tuple[str, str], key: str, to: Iterable[int], *, at: datetime) -> None:
    news = notices.News(
        kind="letter",
        subject=Told(f"{letter.reference}: {words[0]}", f"{letter.reference}：{words[1]}"),
        body=Told(letter.title, letter.title),
        link=letter_link(letter.pk),
        key=f"letter:{letter.pk}:{key}",
    )
    notices.notify(news, to=to, by=MACHINE, at=at)
