"""Writes the town's news: two weeks of it, the same for the same seed, placed before a given moment."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from demo import small
from demo.majors import MAJORS, Major, Tongue
from demo.middles import MIDDLES, Middle
from demo.town import SOURCES, TownSource

DAYS = 14
#: Small stories that begin on a day: with them two weeks come to about 3,000 pieces.
SMALL_STORIES = 3
#: Days of the two week-ends, counted from the oldest: hardly anything begins on them.
QUIET = (5, 6, 12)
#: So long after midnight in UTC the papers have only begun to write about the burst main.
EARLY = timedelta(hours=2, minutes=30)
#: Share of a day's pieces by hour, from midnight on: nothing at night, most in the morning.
HOURS = (0, 0, 0, 0, 0, 1, 4, 8, 10, 11, 10, 8, 6, 6, 7, 7, 7, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """One published text: when and where it appears, and how it reads after an edit."""

    source: str
    key: str
    at: datetime
    language: str
    title: str
    text: str
    story: str = ""
    edited_at: datetime | None = None
    edited_text: str = ""

    def as_of(self, at: datetime) -> "Piece":
        """Give the piece as it reads at a moment: before its edit, or after."""
        is_edited = self.edited_at is not None and self.edited_at <= at
        return replace(self, text=self.edited_text) if is_edited else self


@dataclass(frozen=True, slots=True)
class _Told:
    """A title and the sentences below it."""

    title: str
    sentences: tuple[str, ...]


def _by_beat(beat: str, language: str) -> list[TownSource]:
    return [source for source in SOURCES if source.language == language and beat in source.beats]


def _gaps(chance: random.Random, language: str, day: datetime) -> dict[str, object]:
    """Fill the gaps of patterns with names and numbers of one language."""
    here = 0 if language == "zh" else 1
    hour = chance.randint(8, 15)
    craft, thing, topic = (chance.choice(names) for names in (small.CRAFTS, small.THINGS, small.TOPICS))
    date = f"{day.month}月{day.day}日" if language == "zh" else f"{day.day} {day:%B}"
    return {
        "x": chance.choice(small.PLACES)[here],
        "school": chance.choice(small.SCHOOLS)[here],
        "craft": craft[0],
        "craft_en": craft[1],
        "thing": thing[0],
        "thing_en": thing[1],
        "topic": topic[here],
        "n": chance.randint(6, 58),
        "m": chance.randint(60, 980),
        "b": chance.randint(2, 36),
        "few": chance.randint(2, 6),
        "dec": f"{chance.uniform(0.1, 6):.2f}",
        "dec2": f"{chance.uniform(0.3, 3):.2f}",
        "low": chance.randint(-2, 9),
        "high": chance.randint(10, 21),
        "sky": chance.choice(("多云", "晴", "阴有小雨", "晴转多云")),
        "hour": hour,
        "hour2": hour + chance.randint(2, 6),
        "date": date,
    }


class _Desk:
    """Writes the pieces of one run."""

    def __init__(self, begin: datetime, seed: int) -> None:
        self.begin = begin
        self.chance = random.Random(seed)
        self.number = 0

    def piece(self, source: TownSource, at: datetime, told: _Told, story: str = "") -> Piece:
        """Publish a text in a source; three in a hundred are edited some hours later."""
        self.number += 1
        text = "".join(told.sentences) if source.language == "zh" else " ".join(told.sentences)
        edited_at, edited = None, ""
        if self.chance.random() < 0.03:
            edited_at = at + timedelta(hours=self.chance.randint(1, 9))
            note = (
                "（更正：此前数字有误，现已核实。）"
                if source.language == "zh"
                else " (Corrected: an earlier figure was wrong.)"
            )
            edited = text + note
        return Piece(
            source.slug,
            f"{source.slug}-{self.number}",
            at,
            source.language,
            told.title,
            text,
            story,
            edited_at,
            edited,
        )

    def moment(self, day: int, hour: int | None = None) -> datetime:
        """Choose a minute of a day, by the rhythm of the papers where no hour is given."""
        if hour is None:
            hour = self.chance.choices(range(24), HOURS)[0]
        return self.begin + timedelta(
            days=day, hours=hour, minutes=self.chance.randint(0, 59), seconds=self.chance.randint(0, 59)
        )

    def major(self, major: Major, language: str) -> Iterator[Piece]:
        """Tell one big story: every wave has a wire text that some papers reprint and others rewrite."""
        tongue = major.zh if language == "zh" else major.en
        papers = _by_beat(major.beat, language)
        for day, hour, size, first in major.waves:
            count = max(1, round(size * len(papers) / 10))
            wire = _Told(
                tongue.heads[min(first, len(tongue.heads) - 1)],
                tuple(self.chance.choice(fact) for fact in tongue.facts[first : first + 3]),
            )
            for number, paper in enumerate(self.chance.sample(papers, min(count, len(papers)))):
                at = self.moment(day, hour) + timedelta(minutes=7 * number)
                yield self.piece(
                    paper, at, wire if number % 5 < 2 else self._rewrite(tongue, first), major.slug
                )
                for _ in range(self.chance.choice((1, 1, 2))):
                    later = at + timedelta(minutes=self.chance.randint(25, 150))
                    yield self.piece(paper, later, self._rewrite(tongue, first), major.slug)

    def _rewrite(self, tongue: Tongue, first: int) -> _Told:
        facts = [self.chance.choice(fact) for fact in tongue.facts[max(0, first - 2) : first + 3]]
        if len(facts) > 2 and self.chance.random() < 0.5:
            facts[0], facts[-1] = facts[-1], facts[0]
        near = tongue.heads[max(0, min(first, len(tongue.heads) - 1) - 1) : first + 2] or tongue.heads
        return _Told(self.chance.choice(near), tuple(facts))

    def middle(self, middle: Middle, day: int) -> Iterator[Piece]:
        """Tell a story of middling size over its three days in the papers of its beat, in both languages."""
        slug, beat, zh_heads, zh_facts, en_heads, en_facts = middle
        for language, heads, facts in (("zh", zh_heads, zh_facts), ("en", en_heads, en_facts)):
            wire = _Told(heads[0], facts)
            for later in (0, 1, 2):
                for number, paper in enumerate(_by_beat(beat, language)):
                    if self.chance.random() < (1.0, 0.8, 0.4)[later]:
                        told = wire if number % 3 == 0 else self._again(heads[later:] or heads, facts)
                        yield self.piece(paper, self.moment(day + later), told, slug)
                        for _ in range(self.chance.choice((1, 1, 2))):
                            yield self.piece(paper, self.moment(day + later), self._again(heads, facts), slug)

    def _again(self, heads: tuple[str, ...], facts: tuple[str, ...]) -> _Told:
        """Tell the same in other words: another head, the facts in another order, one perhaps left out."""
        chosen = list(facts)
        self.chance.shuffle(chosen)
        return _Told(self.chance.choice(heads), tuple(chosen if self.chance.random() < 0.6 else chosen[:-1]))

    def pattern(self, day: int, place: int) -> Iterator[Piece]:
        """Tell one small story of a day in a few papers of both languages."""
        pattern = small.PATTERNS[(day * 5 + place * 3) % len(small.PATTERNS)]
        names = {
            "places": small.PLACES,
            "crafts": small.CRAFTS,
            "schools": small.SCHOOLS,
            "goods": small.GOODS,
        }[pattern.fill]
        name = self.chance.choice(names)
        numbers = {
            "n": self.chance.randint(5, 58),
            "m": self.chance.randint(60, 960),
            "b": self.chance.randint(2, 36),
            "few": self.chance.randint(2, 6),
        }
        hour = self.chance.choices(range(24), HOURS)[0]
        for here, (language, heads, facts) in enumerate(
            (("zh", pattern.zh_heads, pattern.zh_facts), ("en", pattern.en_heads, pattern.en_facts))
        ):
            gaps = {**numbers, "x": name[here]}
            papers = _by_beat(pattern.beat, language)
            for paper in self.chance.sample(papers, min(len(papers), self.chance.randint(*pattern.papers))):
                chosen = facts if self.chance.random() < 0.6 else facts[: self.chance.randint(2, 3)]
                told = _Told(
                    self.chance.choice(heads).format(**gaps), tuple(fact.format(**gaps) for fact in chosen)
                )
                yield self.piece(
                    paper,
                    self.moment(day, hour) + timedelta(minutes=self.chance.randint(0, 90)),
                    told,
                    f"{pattern.slug}-{day}-{name[0]}",
                )

    def daily(self, day: int, kind: small.Daily, source: TownSource) -> Piece:
        """Write one bulletin or single piece."""
        gaps = _gaps(self.chance, source.language, self.begin + timedelta(days=day))
        head, text = (kind.zh_head, kind.zh_text) if source.language == "zh" else (kind.en_head, kind.en_text)
        return self.piece(source, self.moment(day), _Told(head.format(**gaps), (text.format(**gaps),)))

    def bulletins(self, day: int) -> Iterator[Piece]:
        """Write the day's notices from templates, and a few pieces that stand alone."""
        for kind in small.BULLETINS:
            for source in SOURCES:
                if kind.beat in source.beats and self.chance.random() < 0.75:
                    yield self.daily(day, kind, source)
        single = small.SINGLES[day % len(small.SINGLES)]
        papers = [source for source in SOURCES if single.beat in source.beats]
        for paper in self.chance.sample(papers, min(5, len(papers))):
            yield self.daily(day, single, paper)


def day_of(place: int) -> int:
    """Say on which day a story of middling size begins; the quiet days get none."""
    busy = [day for day in range(DAYS - 1) if day not in QUIET]
    return busy[place * 7 % len(busy)]


def two_weeks(until: datetime, *, seed: int = 20) -> list[Piece]:
    """Write the two weeks that end at `until`, oldest first: about 3,000 pieces, equal for equal seed.

    Every piece that the rhythm of the day would place after `until` is left out. Early in a day, when its great story has
    hardly begun, the day before is still the last one.
    """
    begin = (until - EARLY).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=DAYS - 1)
    desk = _Desk(begin, seed)
    pieces = [piece for major in MAJORS for language in ("zh", "en") for piece in desk.major(major, language)]
    pieces += [piece for place, middle in enumerate(MIDDLES) for piece in desk.middle(middle, day_of(place))]
    for day in range(DAYS):
        for place in range(SMALL_STORIES):
            pieces += desk.pattern(day, place)
        pieces += desk.bulletins(day)
    span = (until - timedelta(days=DAYS), until)
    return sorted(
        (piece for piece in pieces if span[0] <= piece.at <= span[1]), key=lambda piece: (piece.at, piece.key)
    )


def live(
    begin: datetime, *, seed: int = 21, gap: Callable[[random.Random], float] | None = None
) -> Iterator[Piece]:
    """Go on writing after `begin`, piece by piece without end: the burst main grows, life goes on around it."""
    desk = _Desk(begin.replace(hour=0, minute=0, second=0, microsecond=0), seed)
    wait = gap or (lambda chance: chance.uniform(8, 30))
    burst, at = MAJORS[0], begin
    while True:
        at += timedelta(seconds=wait(desk.chance))
        if desk.chance.random() < 0.45:
            language = desk.chance.choice(("zh", "zh", "en"))
            tongue = burst.zh if language == "zh" else burst.en
            paper = desk.chance.choice(_by_beat(burst.beat, language))
            piece = desk.piece(paper, at, desk._rewrite(tongue, desk.chance.randint(2, 6)), burst.slug)
        else:
            source = desk.chance.choices(SOURCES, [source.weight for source in SOURCES])[0]
            kinds = [kind for kind in (*small.SINGLES, *small.BULLETINS) if kind.beat in source.beats]
            gaps = _gaps(desk.chance, source.language, at)
            kind = desk.chance.choice(kinds or list(small.SINGLES))
            head, text = (
                (kind.zh_head, kind.zh_text) if source.language == "zh" else (kind.en_head, kind.en_text)
            )
            piece = desk.piece(source, at, _Told(head.format(**gaps), (text.format(**gaps),)))
        yield Piece(
            piece.source,
            f"live-{piece.key}-{int(begin.timestamp())}",
            at,
            piece.language,
            piece.title,
            piece.text,
            piece.story,
        )
