"""Hints beside the text: how long its sentences are, and words that people outside the office do not use.

Hints block nothing: the writer decides. They look at the words that are published, not at the marks around them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class HintKind(StrEnum):
    """What a hint is about."""

    LONG_SENTENCE = "long_sentence"
    FILLER = "filler"
    NOUN_CHAIN = "noun_chain"
    PLAIN_WORD = "plain_word"


@dataclass(frozen=True, slots=True)
class Hint:
    """One place that could be plainer; `instead` is what could stand there, or "" for: leave it out."""

    kind: HintKind
    found: str
    instead: str = ""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Readability:
    """How a text reads: its sentences, their mean length (words, or Chinese characters), and every hint."""

    sentences: int
    mean_length: float
    longest: int
    grade: float | None
    hints: tuple[Hint, ...]


#: GOV.UK, "Sentence length: why 25 words is our limit" (2014): people understand fewer than half of longer ones.
LONG_IN_WORDS = 25
#: Characters of one Chinese sentence; our own bar, about two lines of a telephone (decision 0012).
LONG_IN_CHARACTERS = 50
#: Characters in a row without a small word or a mark: our own bar, found by reading circulars aloud (decision 0012).
CHAIN = 18

#: GOV.UK style guide "words to avoid" and plainlanguage.gov "simple words and phrases": what can stand instead.
PLAIN_WORDS = {
    "accordingly": "so",
    "additional": "more",
    "ascertain": "find out",
    "assistance": "help",
    "at this point in time": "now",
    "commence": "begin",
    "commencement": "start",
    "concerning": "about",
    "consequently": "so",
    "deliver": "give, make",
    "discontinue": "stop",
    "due to the fact that": "because",
    "endeavour": "try",
    "ensure": "make sure",
    "expedite": "speed up",
    "facilitate": "help",
    "forthwith": "now",
    "going forward": "from now on",
    "impact upon": "affect",
    "implement": "carry out",
    "in order to": "to",
    "in the event of": "if",
    "leverage": "use",
    "modify": "change",
    "notwithstanding": "despite",
    "obtain": "get",
    "on a regular basis": "regularly",
    "prior to": "before",
    "purchase": "buy",
    "regarding": "about",
    "relevant departments": "name them",
    "remainder": "rest",
    "robust": "strong",
    "stakeholders": "say who",
    "subsequent to": "after",
    "terminate": "end",
    "utilise": "use",
    "utilize": "use",
    "with regard to": "about",
}
#: Set phrases of official texts that say nothing checkable; what to write in their place.
FILLERS = {
    "高度重视": "写明谁在何时做了什么",
    "第一时间": "写明时间",
    "迅速行动": "写明谁在何时做了什么",
    "全力以赴": "写明投入的人员和设备",
    "狠抓落实": "写明由谁落实、何时完成",
    "切实加强": "写明加强什么、加强多少",
    "进一步加强": "写明加强什么、加强多少",
    "进一步": "多可删去",
    "切实": "多可删去",
    "扎实推进": "写明进度",
    "积极推进": "写明进度",
    "稳步推进": "写明进度",
    "加大力度": "写明增加多少",
    "有关部门": "写明是哪个部门",
    "相关部门": "写明是哪个部门",
    "有关单位": "写明是哪个单位",
    "相关单位": "写明是哪个单位",
    "有关规定": "写明是哪条规定",
    "相关规定": "写明是哪条规定",
    "近期": "写明日期",
    "适时": "写明日期",
    "尽快": "写明日期",
    "妥善处置": "写明怎样处置",
    "妥善处理": "写明怎样处理",
    "举一反三": "写明还检查了哪些地方",
    "敬请谅解": "说明原因并道歉",
    "统筹协调": "写明由谁协调什么",
    "一定程度上": "写明程度",
}
#: Small words and marks that break a chain of nouns.
_BREAKS = (
    "的了着过和与及或在是有为对将被把从向到于以并而但等这那其也都就已不我你您他她它们会能可要请至因由让给"
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CHINESE_END = re.compile(r"[。！？；\n]+")
_ENGLISH_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[A-Z0-9\"'(])|\n+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,:]*")
_MARKS = re.compile(r"^[ \t]*(?:[#>*+-]+|\d+[.)])[ \t]+|[*_`|]|\]\([^)]*\)|!?\[", re.MULTILINE)
_CHAIN = re.compile(rf"[^\W\d_a-zA-Z{_BREAKS}]{{{CHAIN},}}")


def look_at(text: str, language: str) -> Readability:
    """Look at a text in its language."""
    words = _MARKS.sub("", text)
    return _chinese(words) if language.startswith("zh") else _english(words)


def _chinese(text: str) -> Readability:
    sentences = [part.strip() for part in _CHINESE_END.split(text) if _CHINESE.search(part)]
    lengths = [len(_CHINESE.findall(sentence)) for sentence in sentences]
    hints = [*_long(zip(sentences, lengths, strict=True), LONG_IN_CHARACTERS), *_fillers(text)]
    hints += [Hint(HintKind.NOUN_CHAIN, found[0], length=len(found[0])) for found in _CHAIN.finditer(text)]
    return _readability(lengths, hints, None)


def _english(text: str) -> Readability:
    sentences = [part.strip() for part in _ENGLISH_END.split(text) if _WORD.search(part)]
    words = [_WORD.findall(sentence) for sentence in sentences]
    lengths = [len(found) for found in words]
    hints = [*_long(zip(sentences, lengths, strict=True), LONG_IN_WORDS), *_swaps(text)]
    return _readability(lengths, hints, _grade([word for found in words for word in found], len(sentences)))


def _readability(lengths: list[int], hints: list[Hint], grade: float | None) -> Readability:
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    return Readability(len(lengths), round(mean, 1), max(lengths, default=0), grade, tuple(hints))


def _long(sentences: Iterable[tuple[str, int]], most: int) -> Iterator[Hint]:
    for sentence, length in sentences:
        if length > most:
            yield Hint(HintKind.LONG_SENTENCE, sentence, length=length)


def _fillers(text: str) -> Iterator[Hint]:
    """Find set phrases; a longer one covers a shorter one inside it."""
    left = text
    for phrase in sorted(FILLERS, key=len, reverse=True):
        if phrase in left:
            yield Hint(HintKind.FILLER, phrase, FILLERS[phrase], left.count(phrase))
            left = left.replace(phrase, "\n")


def _swaps(text: str) -> Iterator[Hint]:
    lowered = text.lower()
    for phrase, instead in PLAIN_WORDS.items():
        found = re.search(rf"\b{re.escape(phrase)}\b", lowered)
        if found:
            yield Hint(HintKind.PLAIN_WORD, text[found.start() : found.end()], instead)


def _grade(words: list[str], sentences: int) -> float | None:
    """Give the Flesch-Kincaid grade (Kincaid et al. 1975) with syllables counted as groups of vowels."""
    if len(words) < 30 or not sentences:  # too short for the figure to mean anything
        return None
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e")))) for word in words)
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)
