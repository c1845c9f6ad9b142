"""The content of a version, and its canonical wording: the one text that is reviewed, hashed and published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from answerable.office.review.rules import hash_of
from answerable.response.answers.rules.states import Change, Kind


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that the body states, and what it rests on."""

    text: str
    basis: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Conference:
    """Where and when a news conference is held, and what was asked and answered (Markdown)."""

    place: str = ""
    time: str = ""
    questions: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a reader of an answer sees. `body`, `unknown`, `todo` and `questions` are Markdown."""

    kind: Kind
    language: str
    title: str
    summary: str = ""
    question: str = ""
    body: str = ""
    known: tuple[Known, ...] = ()
    unknown: str = ""
    more_at: str = ""
    todo: str = ""
    conference: Conference = field(default_factory=Conference)
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a version is beside its content: what it changes and why, its number, who says it in which post."""

    number: int
    change: Change
    note: str
    spokesperson: str
    post: str


#: Headings in the answer's own language: they are part of the published text, not of the page around it.
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "version": "版本",
        "change": "性质",
        "note": "理由",
        "kind": "类型",
        "title": "标题",
        "summary": "摘要",
        "question": "群众关切",
        "body": "回应正文",
        "known": "目前掌握的情况",
        "basis": "依据",
        "link": "链接",
        "unknown": "尚不清楚的情况",
        "more_at": "下次发布时间",
        "todo": "市民可以怎么做",
        "place": "地点",
        "time": "时间",
        "statement": "发布内容",
        "questions": "答记者问",
        "topics": "主题",
        "spokesperson": "发言人",
        "first": "首次发布的文本",
        "update": "更新",
        "correction": "更正",
        "withdrawal": "撤回",
        "kind_first_release": "首次发布",
        "kind_answer": "回应",
        "kind_clarification": "澄清",
        "kind_conference": "新闻发布会",
        "kind_correction": "更正",
        "kind_update": "续报",
    },
    "en": {
        "version": "Version",
        "change": "What it is",
        "note": "Reason",
        "kind": "Kind",
        "title": "Title",
        "summary": "Summary",
        "question": "The question",
        "body": "Our answer",
        "known": "What we know",
        "basis": "Basis",
        "link": "Link",
        "unknown": "What we do not know yet",
        "more_at": "When we will say more",
        "todo": "What you can do",
        "place": "Place",
        "time": "Time",
        "statement": "Statement",
        "questions": "Questions and answers",
        "topics": "Topics",
        "spokesperson": "Spokesperson",
        "first": "first text",
        "update": "update",
        "correction": "correction",
        "withdrawal": "withdrawal",
        "kind_first_release": "first release",
        "kind_answer": "answer",
        "kind_clarification": "clarification",
        "kind_conference": "news conference",
        "kind_correction": "correction",
        "kind_update": "update",
    },
}


def headings(language: str) -> Mapping[str, str]:
    """Give the headings in the answer's language."""
    return HEADINGS.get(language, HEADINGS["en"])


def canonical(content: Content, spoken: Spoken) -> str:
    """Write everything that is published as one text, field by field: what reviewers read, byte for byte."""
    words = headings(content.language)
    parts = [
        ("version", str(spoken.number)),
        ("change", words[spoken.change.value]),
        ("note", spoken.note),
        ("kind", words[f"kind_{content.kind.value}"]),
        ("title", content.title),
        ("summary", content.summary),
        ("question", content.question),
        ("place", content.conference.place),
        ("time", content.conference.time),
        ("body", content.body),
        ("known", "\n".join(_known_line(known, words) for known in content.known)),
        ("unknown", content.unknown),
        ("more_at", content.more_at),
        ("todo", content.todo),
        ("questions", content.conference.questions),
        ("topics", ", ".join(content.topics)),
        ("spokesperson", f"{spoken.spokesperson} · {spoken.post}" if spoken.spokesperson else ""),
    ]
    return "\n\n".join(f"【{words[key]}】\n{_clean(text)}" for key, text in parts if text.strip()) + "\n"


def _known_line(known: Known, words: Mapping[str, str]) -> str:
    lines = [f"- {one_line(known.text)}"]
    lines += [f"  {words['basis']}: {one_line(known.basis)}"] if known.basis.strip() else []
    lines += [f"  {words['link']}: {one_line(known.link)}"] if known.link.strip() else []
    return "\n".join(lines)


#: A typed line that looks like a heading of ours is moved in by one sign, so that no two contents share a wording.
_LIKE_A_HEADING = re.compile(r"^(?= *【)", re.MULTILINE)


def _clean(text: str) -> str:
    return _LIKE_A_HEADING.sub(" ", text.replace("\r\n", "\n").strip())


def content_hash(content: Content, spoken: Spoken) -> str:
    """Give the hash that the gate's approvals are bound to."""
    return hash_of(canonical(content, spoken))


def composed(content: Content) -> str:
    """Write the body with its parts below headings as one Markdown text, for the published page."""
    words = headings(content.language)
    conference = [
        f"- {words[key]}: {value}"
        for key, value in (("place", content.conference.place), ("time", content.conference.time))
        if value.strip()
    ]
    known = [f"- {one_line(known.text)}" for known in content.known]
    parts = [
        "\n".join(conference),
        content.body,
        _section(words["known"], "\n".join(known)),
        _section(words["todo"], content.todo),
        _section(words["questions"], content.conference.questions),
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip())


def one_line(text: str) -> str:
    """Put a text onto one line, as a list needs it."""
    return " ".join(text.split())


def _section(heading: str, text: str) -> str:
    return f"## {heading}\n\n{text.strip()}" if text.strip() else ""


def missing(content: Content, spokesperson: str) -> tuple[str, ...]:
    """List what a text still lacks before it can be handed in, as keys."""
    found = []
    if not content.title.strip():
        found.append("title")
    if not content.body.strip() and not content.known:
        found.append("body")
    if content.kind in (Kind.ANSWER, Kind.CLARIFICATION) and not content.question.strip():
        found.append("question")
    if any(not (known.basis.strip() or known.link.strip()) for known in content.known):
        found.append("basis")
    if content.unknown.strip() and not content.more_at.strip():
        found.append("more_at")
    conference = content.conference
    if content.kind is Kind.CONFERENCE and not (conference.place.strip() and conference.time.strip()):
        found.append("conference")
    if not spokesperson:
        found.append("spokesperson")
    return tuple(found)
