"""Whether a channel belongs to the body. A private account has no place here, and neither has a password."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from answerable.kernel.personal_data import mask


class Holder(StrEnum):
    """In whose name the platform holds the account or the domain is registered."""

    BODY = "body"
    PERSON = "person"
    OTHER = "other"


HOLDER_NAMES: Mapping[Holder, str | Promise] = {
    Holder.BODY: _("this body or one of its units"),
    Holder.PERSON: _("a person, staff or not"),
    Holder.OTHER: _("somebody else, such as a company or an association"),
}


class Refusal(StrEnum):
    """Why a place of publication cannot be registered."""

    PERSON = "person"
    OTHER = "other"
    NAMED_AFTER = "named_after"
    PERSONAL_ADDRESS = "personal_address"
    REACHES_PERSON = "reaches_person"
    PASSWORD = "password"  # noqa: S105 - the name of a refusal


REFUSAL_WORDS: Mapping[Refusal, str | Promise] = {
    Refusal.PERSON: _(
        "A private account cannot be registered: the platform holds it in a person's name, and what people do there is "
        "none of our business."
    ),
    Refusal.OTHER: _(
        "Only channels of the body can be registered: this one is held by somebody else. Have it transferred to the "
        "body first."
    ),
    Refusal.NAMED_AFTER: _(
        "The channel bears the name of somebody on the staff. An official channel bears the name of the body or of its "
        "service."
    ),
    Refusal.PERSONAL_ADDRESS: _(
        "The address is that of a personal profile, not of an official account or site."
    ),
    Refusal.REACHES_PERSON: _("The text holds a telephone number, an identity number or a personal address."),
    Refusal.PASSWORD: _(
        "This looks like a password. The product keeps none and needs none: nothing was saved. If it was a real one, "
        "change it now."
    ),
}
#: Addresses under which platforms show people: QZone, WeChat contacts, Facebook and LinkedIn profiles, messengers.
PERSONAL_PLACES = re.compile(
    r"user\.qzone\.qq\.com|(?:^|[/:])wxid_|weixin://contacts|facebook\.com/(?:profile\.php|people/)|"
    r"linkedin\.com/(?:in|pub)/|t\.me/\+|wa\.me/|snapchat\.com/add/|discordapp?\.com/users/|"
    r"steamcommunity\.com/id|(?:mailto|tel|sms):",
    re.IGNORECASE,
)
_FREE_MAIL = re.compile(
    r"@(?:qq|163|126|139|189|sina|sohu|foxmail|gmail|outlook|hotmail|yahoo|icloud|proton)\.", re.IGNORECASE
)
_PASSWORD_WORDS = re.compile(
    r"(?:密\s*码|口\s*令|验证码|pass\s?(?:word|code|phrase)|passwd|(?<![a-z])pwd|(?<![a-z])pin|credentials?|(?<![a-z])pw)"
    r"[^\w\n]{0,3}(?:is|was|are|为|是|改为|改成|now)?\s*[:：=是为「“\"']?\s*"
    r"(?P<word>[!-~]{4,64})",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<![!-~])[!-~]{8,64}(?![!-~])")
_CLASSES = (re.compile(r"[a-z]"), re.compile(r"[A-Z]"), re.compile(r"\d"), re.compile(r"[^\w]"))


def holds_password(text: str) -> bool:
    """Say whether a text seems to hold a password: named as one, or of a shape that only passwords have."""
    for found in _PASSWORD_WORDS.finditer(text):
        word = found["word"]
        if re.search(r"\d|[^\w.,;:!?()/-]", word) or (len(word) >= 6 and word.lower() != word):
            return True
    return any(
        all(one.search(token) for one in _CLASSES) and "://" not in token and "@" not in token
        for token in _TOKEN.findall(text)
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a channel that shall enter the register; `staff` are names found in its name."""

    holder: Holder
    name: str
    address: str
    texts: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()


def refusals(claim: Claim) -> tuple[Refusal, ...]:
    """Say everything that keeps a channel out of the register; () when it may enter."""
    found = []
    if claim.holder == Holder.PERSON:
        found.append(Refusal.PERSON)
    if claim.holder == Holder.OTHER:
        found.append(Refusal.OTHER)
    if claim.staff:
        found.append(Refusal.NAMED_AFTER)
    if is_personal_address(claim.address):
        found.append(Refusal.PERSONAL_ADDRESS)
    if any(mask(text).counts for text in (claim.name, *claim.texts)):
        found.append(Refusal.REACHES_PERSON)
    if any(holds_password(text) for text in (claim.name, claim.address, *claim.texts)):
        found.append(Refusal.PASSWORD)
    return tuple(found)


def is_personal_address(address: str) -> bool:
    """Say whether an address leads to a person: a profile, a telephone, a private mailbox."""
    if PERSONAL_PLACES.search(address) or _FREE_MAIL.search(address):
        return True
    counts = dict(mask(address).counts)
    if (
        "@" in address and "://" not in address
    ):  # a newsletter is sent from an address of the body's own domain
        counts.pop("email", None)
    return bool(counts)


def named_after(name: str, staff: Iterable[str]) -> tuple[str, ...]:
    """List the names of the staff that a channel's name holds; names of one sign say nothing."""
    lowered = name.casefold()
    return tuple(one for one in staff if len(one.strip()) > 1 and one.strip().casefold() in lowered)
