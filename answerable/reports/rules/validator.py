"""Looks at a document before it goes to its gate: what the regulation on official documents forbids, and what it asks.

Articles are those of 党政机关公文处理工作条例 (中办发〔2012〕14号) [M]; the form is that of GB/T 9704-2012. What breaks
a rule is an error; what the words only seem to say is a warning, which the reader decides.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from answerable.reports.rules.told import Told
from answerable.reports.rules.validator_kinds import KINDS, Direction, Kind

Weight = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Body:
    """A public body that is written to: its name and its level, 1 the highest; none: not known."""

    name: str
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is looked at: a document's plain values."""

    kind: str
    direction: Direction
    title: str
    text: tuple[str, ...] = ()
    addressees: tuple[Body, ...] = ()
    copies: tuple[Body, ...] = ()
    number: str = ""
    signer: str = ""
    issuer: str = ""
    dated: bool = True
    secrecy: str = ""
    serial: str = ""
    urgency: str = ""
    level: int | None = None
    #: The matters that its writer says it is about; empty: read from the words.
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that the document lacks or must not hold."""

    code: str
    weight: Weight
    told: Told
    article: str


#: Words that ask for a decision. "请审阅" and "特此报告" close a report and ask for nothing.
_ASKS = re.compile(
    r"(妥否|当否|可否|是否妥当|请(予以?)?(批示|批复|批准|审批|核准|指示|审定|同意)|请予支持|恳请|敬请批|望(予以?)?批|请求"
    r"(批准|同意|解决|给予|拨付|支持|协调)|(建议|拟)[^。；]{0,30}请[^。；]{0,20}(批准|同意|解决|支持))"
)
#: "可否" alone may be a question reported of the public; with these before it, it is no request of ours.
_REPORTED = re.compile(r"(群众|网民|市民|公众|来信|居民|有人)[^。；]{0,12}$")
_NUMBER = re.compile(r"^[^\d〔〕\[\]（）()第]{1,20}〔(19|20)\d{2}〕[1-9]\d{0,4}号$")
_ORDER_NUMBER = re.compile(r"^第?[1-9]\d{0,4}号$")
_JOINED = re.compile(r"(?<=[\u4e00-\u9fff])(、|和|及|以及|并)(?=[\u4e00-\u9fff])")
_ABOUT = re.compile(r"关于(.+)的请示$")
_PERSON = re.compile(r"(同志|书记|省长|市长|县长|区长|镇长|主任|局长|部长|厅长|处长|院长|校长)$")
_SECRECY = ("绝密", "机密", "秘密")
_URGENCY = ("", "特急", "加急", "特提", "平急")


def validate(draft: Draft) -> tuple[Remark, ...]:
    """Look at a draft; give what is wrong first, what seems wrong behind it."""
    kind = KINDS.get(draft.kind)
    if kind is None:
        codes = "、".join(one.zh for one in KINDS.values())
        return (
            _error(
                "kind",
                f"“{draft.kind}” is none of the fifteen kinds of official documents.",
                f"“{draft.kind}”不是法定公文种类。公文种类有：{codes}。",
                "8",
            ),
        )
    found = [remark for look in LOOKS for remark in look(draft, kind)]
    return tuple(sorted(found, key=lambda remark: remark.weight != "error"))


def _way(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if draft.direction in kind.ways:
        return
    if kind.code == "request":
        yield _error(
            "way",
            "A request for instructions goes upward only; to a body of equal standing write a letter.",
            "请示只能向上级机关行文；向平级或者不相隶属机关请求批准、商洽事项，应当用函。",
            "8",
        )
        return
    yield _error(
        "way",
        f"A {kind.en} is not sent {_WAYS[draft.direction][0]}.",
        f"“{kind.zh}”不用于{_WAYS[draft.direction][1]}。",
        "8",
    )


_WAYS = {
    "up": ("upward", "上行文"),
    "level": ("to bodies of equal standing", "平行文"),
    "down": ("downward", "下行文"),
    "public": ("to the public", "向社会公布"),
}


def _addressees(draft: Draft, kind: Kind) -> Iterator[Remark]:
    many = len(draft.addressees)
    if kind.addressed and draft.direction != "public" and not many:
        yield _error("addressee", "The document names nobody to whom it goes.", "缺少主送机关。", "9")
    if kind.code == "request" and many > 1:
        yield _error(
            "one-addressee",
            f"A request goes to one body; this one names {many}. Send it to one, and copies to the others.",
            f"请示只主送一个上级机关，现主送{many}个。请主送一个机关，其他机关抄送。",
            "15(1)",
        )
    elif draft.direction == "up" and many > 1:
        yield _warning(
            "one-addressee",
            f"Documents upward go to one body as a rule; this one names {many}.",
            f"上行文原则上主送一个上级机关，现主送{many}个。",
            "15(1)",
        )
    for body in draft.addressees:
        if draft.direction == "up" and _PERSON.search(body.name):
            yield _error(
                "person",
                f"“{body.name}” is a person: documents upward go to the body, unless its head gave the order.",
                f"“{body.name}”是负责人：除其直接交办的事项外，不得以本机关名义向上级机关负责人报送公文。",
                "15(5)",
            )


def _levels(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if draft.level is None or draft.direction != "up":
        return
    for body in draft.addressees:
        if body.level is not None and body.level < draft.level - 1:
            yield _warning(
                "skips-a-level",
                f"This goes past the body above to {body.name}. Where that must be, the body passed over gets a copy.",
                f"本文越级主送“{body.name}”。一般不得越级行文；确需越级的，应当同时抄送被越过的机关。",
                "14",
            )
    for body in draft.copies:
        if body.level is not None and body.level > draft.level:
            yield _error(
                "copy-below",
                f"A document upward is not copied to a body below ({body.name}).",
                f"上行文不得抄送下级机关（{body.name}）。",
                "15(1)",
            )


def _one_matter(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if kind.code != "request":
        return
    if len(draft.matters) > 1:
        yield _error(
            "one-matter",
            f"A request is about one matter; this one asks for {len(draft.matters)}. Write one request for each.",
            f"请示应当一文一事，现有{len(draft.matters)}件事项，请分别行文。",
            "15(4)",
        )
        return
    about = _ABOUT.search(draft.title)
    asking = [text for text in draft.text if _asks(text)]
    if not draft.matters and ((about and _JOINED.search(about.group(1))) or len(asking) > 2):
        yield _warning(
            "one-matter",
            "The words seem to ask for more than one matter. A request is about one.",
            "从文字看可能不止一件事项。请示应当一文一事，请核对。",
            "15(4)",
        )
    if draft.text and not asking:
        yield _warning(
            "asks-nothing",
            "The request does not say what is asked for (“妥否，请批示”).",
            "正文没有写明请示的事项或者结语（如“妥否，请批示”）。",
            "8",
        )


def _no_request_inside(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if kind.code == "request" or draft.direction != "up" or kind.code in ("motion", "opinion"):
        return
    for text in draft.text:
        words = _asks(text)
        if words:
            yield _error(
                "request-inside",
                f"A {kind.en} may not hold a request (“{words}”). Take it out and write a request of its own.",
                f"不得在{kind.zh}等非请示性公文中夹带请示事项（“{words}”）。请删去，另行请示。",
                "15(4)",
            )


def _asks(text: str) -> str:
    """Give the sentence of a text that asks for a decision, none where nothing is asked."""
    for found in _ASKS.finditer(text):
        if _REPORTED.search(text[: found.start()]):
            continue
        start = max(text.rfind(sign, 0, found.start()) for sign in "。；\n") + 1
        return text[start : found.end() + 6].strip()[:40]
    return ""


def _signer(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if draft.direction == "up" and not draft.signer.strip():
        yield _error(
            "signer", "A document upward names who signed it out.", "上行文应当标注签发人姓名。", "9(6)"
        )


def _number(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if not draft.number:
        yield _warning("number", "The document has no number yet.", "尚未编发文字号。", "9(5)")
        return
    right = _NUMBER.match(draft.number) or (kind.code == "order" and _ORDER_NUMBER.match(draft.number))
    if not right:
        yield _error(
            "number",
            f"The number “{draft.number}” has not the form X〔2026〕3号: hexagonal brackets, whole year, no 第, "
            "no nought in front.",
            f"发文字号“{draft.number}”不合规范：应为“机关代字〔年份〕序号号”，年份用全称并以六角括号括入，"
            "序号不加“第”、不编虚位。",
            "9(5)",
        )


def _title(draft: Draft, kind: Kind) -> Iterator[Remark]:
    title = draft.title.strip()
    if title.endswith(("请示报告", "请示的报告", "报告的请示")):
        yield _error(
            "two-kinds",
            "The title names two kinds. A request and a report are two documents.",
            "标题混用文种，请示与报告应当分别行文。",
            "8",
        )
    elif not title.endswith(kind.zh) and not (kind.code == "order" and title.endswith("令")):
        yield _warning(
            "title",
            f"The title does not end with its kind ({kind.zh}).",
            f"标题应当由发文机关名称、事由和文种组成，以“{kind.zh}”结尾。",
            "9(7)",
        )
    if not draft.dated:
        yield _warning("date", "The document bears no date.", "缺少成文日期。", "9(12)")


def _marks(draft: Draft, kind: Kind) -> Iterator[Remark]:
    if draft.secrecy.startswith(_SECRECY) and not draft.serial:
        yield _error(
            "serial",
            "A copy that bears a mark of secrecy is numbered, and does not belong in this system.",
            "涉密公文应当标注份号，且不得在本系统中办理。",
            "9(1)",
        )
    if draft.urgency not in _URGENCY:
        yield _warning(
            "urgency",
            f"“{draft.urgency}” is no mark of urgency: 特急 or 加急.",
            f"“{draft.urgency}”不是规定的紧急程度，应为“特急”或者“加急”。",
            "9(3)",
        )


LOOKS: tuple[Callable[[Draft, Kind], Iterator[Remark]], ...] = (
    _way,
    _addressees,
    _levels,
    _one_matter,
    _no_request_inside,
    _signer,
    _number,
    _title,
    _marks,
)


def _error(code: str, en: str, zh: str, article: str) -> Remark:
    return Remark(code, "error", Told(en, zh), article)


def _warning(code: str, en: str, zh: str, article: str) -> Remark:
    return Remark(code, "warning", Told(en, zh), article)
