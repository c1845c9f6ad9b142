"""Twelve ways to tie an answer to whoever gave it, and a naive questionnaire on which each of them works.

An attacker here knows everything but the answers: who answered when and in which order, even who held which slip. What
they got hold of is a `Loot`; an attack reads it and gives whom it ties to which answer. It names nobody it has no
reason for, so that a design which gives no reason is tied to nobody.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Links = dict[str, str]
#: A table as it was found: its columns, then its rows in the order in which they lie.
Table = tuple[tuple[str, ...], list[tuple]]


@dataclass
class Loot:
    """What an attacker holds of one questionnaire."""

    #: Who answered, in order, each with the slip they held and the second at which they answered.
    people: list[tuple[str, str, int]]
    answers: set[str]
    #: The tables of the questionnaire at the end, and a copy of them after each answer.
    tables: dict[str, Table] = field(default_factory=dict)
    backups: list[dict[str, Table]] = field(default_factory=list)
    log_of_changes: bytes = b""
    web_log: list[tuple[int, str]] = field(default_factory=list)
    trail: list[tuple[int, str]] = field(default_factory=list)
    sessions: list[tuple[int, str]] = field(default_factory=list)
    referrers: list[tuple[int, str]] = field(default_factory=list)
    #: The results as anybody could read them after each answer: a count for each answer.
    exports: list[dict[str, int]] = field(default_factory=list)
    #: Results by filter: which people it let through, and the counts it then showed.
    filtered: list[tuple[frozenset[str], dict[str, int]]] = field(default_factory=list)

    def readable(self, row: Iterable[object]) -> str | None:
        """Give the answer that a row says in plain words."""
        texts = [value.decode(errors="ignore") if isinstance(value, bytes) else str(value) for value in row]
        return next((one for one in sorted(self.answers, key=len, reverse=True) if one in texts), None)

    def said(self) -> list[tuple[str, tuple[str, ...], tuple, str]]:
        """Every row of any table that says an answer: table, columns, row, answer."""
        return [
            (name, columns, row, answer)
            for name, (columns, rows) in self.tables.items()
            for row in rows
            if (answer := self.readable(row)) is not None
        ]

    def by_rank(self, answers: list[str]) -> Links:
        """Tie people to answers that lie in some order, as if it were the order in which they came."""
        return {person: answer for (person, _code, _at), answer in zip(self.people, answers, strict=False)}

    def by_time(self, times: list[tuple[int, str]]) -> Links:
        """Tie whoever answered at a second to what carries that second."""
        known = dict(times)
        return {person: known[at] for person, _code, at in self.people if at in known}

    def by_code(self, found: dict[str, str]) -> Links:
        """Tie whoever held a slip to what carries its code."""
        return {person: found[code] for person, code, _at in self.people if code in found}


def row_order(loot: Loot) -> Links:
    """The rows lie in the order in which they came."""
    return loot.by_rank([answer for _table, _columns, _row, answer in loot.said()])


def ids(loot: Loot) -> Links:
    """The keys count upward, or at least sort as they came."""
    keyed = sorted((row[0], answer) for _table, _columns, row, answer in loot.said())
    return loot.by_rank([answer for _key, answer in keyed])


def timestamps(loot: Loot) -> Links:
    """A row carries the moment at which it was written."""
    return loot.by_time(
        [
            (value, answer)
            for _table, _columns, row, answer in loot.said()
            for value in row
            if isinstance(value, int) and value > 1_000_000_000
        ]
    )


def change_log(loot: Loot) -> Links:
    """The database's log of changes holds what was written, in order."""
    places = {one: loot.log_of_changes.find(one.encode()) for one in loot.answers}
    found = sorted((place, one) for one, place in places.items() if place >= 0)
    return loot.by_rank([one for _place, one in found])


def backup_differences(loot: Loot) -> Links:
    """Two copies differ by one answer."""
    links: Links = {}
    seen: set[tuple] = set()
    for (person, _code, _at), copy in zip(loot.people, loot.backups, strict=True):
        rows = {row for _columns, found in copy.values() for row in found}
        said = {loot.readable(row) for row in rows - seen} - {None}
        if len(said) == 1:
            links[person] = str(said.pop())
        seen = rows
    return links


def web_logs(loot: Loot) -> Links:
    """The web server wrote down who opened which slip, and the answer carries the slip."""
    return _through_codes(loot, loot.web_log)


def audit_trail(loot: Loot) -> Links:
    """The trail has an entry for each answer, with its moment and the thing."""
    return _through_things(loot, loot.trail)


def session_table(loot: Loot) -> Links:
    """A session remembers what it answered, or when."""
    return _through_things(loot, loot.sessions)


def token_table(loot: Loot) -> Links:
    """The table of slips says which was used, and the answer says by which slip."""
    codes = {code for _person, code, _at in loot.people}
    found = {
        str(value): answer
        for _table, _columns, row, answer in loot.said()
        for value in row
        if str(value) in codes
    }
    return loot.by_code(found)


def referrer(loot: Loot) -> Links:
    """The next page that was opened learnt the slip from the browser."""
    return _through_codes(loot, loot.referrers)


def exports_subtracted(loot: Loot) -> Links:
    """Results before and after somebody answered differ by their answer."""
    links: Links = {}
    before: dict[str, int] = {}
    for (person, _code, _at), after in zip(loot.people, loot.exports, strict=False):
        more = [one for one in after if after[one] == before.get(one, 0) + 1]
        if len(more) == 1:
            links[person] = more[0]
        before = after
    return links


def small_cells(loot: Loot) -> Links:
    """A filter lets one person through, alone or as the difference of two filters."""
    links: Links = {}
    shown = [*loot.filtered, (frozenset(), {})]
    for many, counts in shown:
        for few, fewer in shown:
            alone = many - few
            if few < many and len(alone) == 1:
                more = [one for one in counts if counts[one] == fewer.get(one, 0) + 1]
                links |= {person: more[0] for person in alone if len(more) == 1}
    return links


def _through_codes(loot: Loot, lines: list[tuple[int, str]]) -> Links:
    """Take the code that stands in a line of somebody's second to the answer that carries it."""
    by_code = {
        str(value): answer
        for _table, _columns, row, answer in loot.said()
        for value in row
        if value is not None
    }
    links: Links = {}
    for person, _code, at in loot.people:
        for moment, line in lines:
            found = next((code for code in by_code if moment == at and len(code) > 6 and code in line), None)
            if found is not None:
                links[person] = by_code[found]
    return links


def _through_things(loot: Loot, lines: list[tuple[int, str]]) -> Links:
    """Take the thing that an entry of somebody's second names to the row that has it as key."""
    by_key = {str(row[0]): answer for _table, _columns, row, answer in loot.said()}
    links: Links = {}
    for person, _code, at in loot.people:
        named = (line.rsplit(":", 1)[-1] for moment, line in lines if moment == at)
        thing = next((one for one in named if one in by_key), None)
        if thing is not None:
            links[person] = by_key[thing]
    return links


ATTACKS: dict[str, Callable[[Loot], Links]] = {
    "row order": row_order,
    "ids": ids,
    "timestamps": timestamps,
    "log of changes": change_log,
    "backup differences": backup_differences,
    "web logs": web_logs,
    "audit trail": audit_trail,
    "session table": session_table,
    "token table": token_table,
    "referrer": referrer,
    "two exports subtracted": exports_subtracted,
    "small-cell filters": small_cells,
}


def tables_of(path: object, names: Iterable[str]) -> dict[str, Table]:
    """Read tables of a SQLite file as they lie."""
    link = sqlite3.connect(str(path))
    try:
        found = {}
        for name in names:
            cursor = link.execute(f"SELECT * FROM {name}")
            found[name] = (tuple(column[0] for column in cursor.description), cursor.fetchall())
        return found
    finally:
        link.close()


class NaiveQuestionnaire:
    """What somebody builds in an afternoon: tokens in the address, answers with a time and their token."""

    def __init__(self, path: object, loot: Loot) -> None:
        self.path, self.loot = path, loot
        self.link = sqlite3.connect(str(path))
        self.link.execute("PRAGMA journal_mode=WAL")
        self.link.execute("CREATE TABLE token (id INTEGER PRIMARY KEY, code TEXT, used_at INTEGER)")
        self.link.execute(
            "CREATE TABLE answer (id INTEGER PRIMARY KEY, words TEXT, token TEXT, created_at INTEGER)"
        )
        self.link.commit()

    def answer(self, person: str, code: str, words: str, at: int) -> None:
        """Take an answer, and leave every trace that such a thing leaves."""
        self.link.execute("INSERT INTO token (code, used_at) VALUES (?, ?)", [code, at])
        made = self.link.execute(
            "INSERT INTO answer (words, token, created_at) VALUES (?, ?, ?)", [words, code, at]
        )
        self.link.commit()
        loot = self.loot
        loot.backups.append(tables_of(self.path, ("token", "answer")))
        loot.web_log.append((at, f"10.0.0.7 GET /questionnaire/{code}/ 200"))
        loot.trail.append((at, f"somebody answered answer:{made.lastrowid}"))
        loot.sessions.append((at, f"session last_answer:{made.lastrowid}"))
        loot.referrers.append((at, f"http://localhost/questionnaire/{code}/"))
        counts = dict(self.link.execute("SELECT words, count(*) FROM answer GROUP BY words"))
        loot.exports.append(counts)
        loot.filtered.append((frozenset({person}), {words: 1}))

    def end(self) -> None:
        """Hand over what lies there at the end."""
        with open(f"{self.path}-wal", "rb") as log:
            self.loot.log_of_changes = log.read()
        self.loot.tables = tables_of(self.path, ("token", "answer"))
        self.link.close()
