"""New mails of the body's own inbox as documents; what has been read is remembered by its number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from answerable.egress.mailbox import MailboxAddress, Sealing, read_mailbox
from answerable.egress.policy import EgressPolicy
from answerable.listening.sources.kinds import Document


@dataclass(frozen=True, slots=True)
class NewMail:
    """Mails as documents; `kept` is what must be remembered, however each of them reads."""

    documents: tuple[Document, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)
    too_large: tuple[int, ...] = ()


def new_mail(settings: Mapping[str, Any], memory: Mapping[str, Any], policy: EgressPolicy) -> NewMail:
    """Fetch the mails behind the last one; a folder that was made anew is read from its beginning."""
    address = MailboxAddress(
        host=str(settings.get("host", "")),
        user=str(settings.get("user", "")),
        password=str(settings.get("password", "")),
        port=int(settings.get("port") or 993),
        folder=str(settings.get("folder") or "INBOX"),
        sealing=Sealing(settings.get("sealing") or Sealing.TLS),
    )
    after = int(memory.get("uid", 0))
    answer = read_mailbox(address, after_uid=after, policy=policy)
    if memory.get("uid_validity") not in (None, answer.uid_validity):
        after = 0
        answer = read_mailbox(address, after_uid=0, policy=policy)
    numbers = [mail.uid for mail in answer.mails]
    last = max([after, *numbers, *(uid for uid in answer.too_large if uid < max(numbers, default=uid + 1))])
    return NewMail(
        documents=tuple(Document(mail.body, headers={"uid": str(mail.uid)}) for mail in answer.mails),
        kept={"uid": last, "uid_validity": answer.uid_validity},
        too_large=answer.too_large,
    )
