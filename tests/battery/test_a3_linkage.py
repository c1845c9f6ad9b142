"""A3: twelve attacks tie nobody to an answer. The same twelve tie people to answers in a naive design."""

import logging
import random
from dataclasses import asdict
from itertools import count
from pathlib import Path

import pytest
from django.db import connection

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.models import Remark, SealedSheet, Slip
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.models import Entry
from answerable.office.people.models import WebSession
from answerable.office.people.queries import day_of
from tests.answerable.governance.questionnaires.makers import NOON, draft, make_keeper
from tests.battery.linkage import ATTACKS, Loot, NaiveQuestionnaire

#: With so many, guesses in a random order hit once on average; more than six hits have a chance below 1 in 10,000.
PEOPLE = 60
BY_CHANCE = 6
#: Attacks that order rows always name somebody: they are held to chance. The others must name nobody.
ORDERING = {"row order", "ids"}
PAGE = "/govern/questionnaires/answer/en/"
FIRST = 1_772_420_400
_crowds = count(100)


def crowd(codes):
    """Sixty people who answer minute by minute, each with words of their own; and who said what."""
    people = [(f"Person {number}", code, FIRST + 60 * number) for number, code in enumerate(codes)]
    # Words that no crowd before used: a log of changes keeps what an earlier questionnaire wrote at its end.
    crowd_number = next(_crowds)
    words = [f"my remark number {number} of crowd {crowd_number}" for number in range(len(people))]
    random.Random(11).shuffle(words)
    truth = {person: said for (person, _code, _at), said in zip(people, words, strict=True)}
    return people, truth


def hits(links, truth):
    """How many people an attack tied to what they really said."""
    return sum(truth[person] == answer for person, answer in links.items())


@pytest.fixture(scope="module")
def naive(tmp_path_factory):
    """The loot of the naive design, and the truth."""
    people, truth = crowd([f"token-{number:08}" for number in range(PEOPLE)])
    loot = Loot(people, set(truth.values()))
    design = NaiveQuestionnaire(tmp_path_factory.mktemp("naive") / "naive.sqlite3", loot)
    for person, code, at in people:
        design.answer(person, code, truth[person], at)
    design.end()
    return loot, truth


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_finds_links_in_a_naive_design(naive, name, tally):
    loot, truth = naive
    assert hits(ATTACKS[name](loot), truth) > PEOPLE * 0.8
    tally(cases=PEOPLE, control=True)


def table_as_it_lies(model):
    """The rows of a table in the order in which the database keeps them."""
    table = model._meta.db_table
    order = "ORDER BY ctid" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} {order}")
        columns = tuple(column[0] for column in cursor.description)
        rows = [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in cursor.fetchall()
        ]
    return columns, rows


def change_log_bytes():
    """The bytes of the write-ahead log as they lie on the disk now."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM pg_ls_waldir() ORDER BY modification DESC LIMIT 3")
            names = [row[0] for row in cursor.fetchall()]
            found = []
            for name in names:
                cursor.execute("SELECT pg_read_binary_file('pg_wal/' || %s)", [name])
                found.append(bytes(cursor.fetchone()[0]))
        return b"".join(found)
    path = Path(str(connection.settings_dict["NAME"]))
    logs = [path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")]
    return b"".join(one.read_bytes() for one in logs if one.exists())


def sessions_now():
    return list(
        WebSession.objects.order_by("session_key").values_list("session_key", "session_data", "expire_date")
    )


class Robbed:
    """Our own questionnaire, answered by sixty people through its page, with everything taken that can be taken."""

    def __init__(self, client, caplog):
        self.client, self.caplog = client, caplog
        self.ada = make_keeper()
        questions = (
            Question(Sort.SINGLE, "Where do you work?", ("office", "field", "lab")),
            Question(Sort.SINGLE, "Is it clear?", ("yes", "no")),
            Question(Sort.TEXT, "What should change?"),
        )
        asked = draft(questions=questions, group=0, closes_on=day_of(clock.now()))
        self.questionnaire = actions.open_questionnaire(asked, by=self.ada, at=NOON)
        codes = actions.make_slips(self.questionnaire, PEOPLE, by=self.ada, at=NOON)
        people, self.truth = crowd(codes)
        self.loot = Loot(people, set(self.truth.values()))
        self.entries = Entry.objects.count()
        self.sessions = sessions_now()
        self.refused = 0

    def answer_all(self):
        """Let everybody answer, one a minute, and look at everything after each."""
        for number, (person, code, at) in enumerate(self.loot.people):
            sheet = {
                "code": code,
                "sheet": "1",
                "q0": str(number % 3),
                "q1": str(number % 2),
                "q2": self.truth[person],
            }
            with self.caplog.at_level(logging.DEBUG):
                asked = self.client.post(PAGE, {"code": code})
                taken = self.client.post(PAGE, sheet, headers={"referer": f"http://testserver{PAGE}"})
            assert asked.status_code == taken.status_code == 200
            self.take(at, taken)
        self.loot.log_of_changes = change_log_bytes()

    def take(self, at, answer):
        """Take copies, log lines, trail entries, sessions, what a browser would tell, and results."""
        loot = self.loot
        loot.backups.append(
            {model.__name__: table_as_it_lies(model) for model in (Slip, SealedSheet, Remark)}
        )
        # The line of a web server: address, verb, path with its query, status. The path is all it learns of a slip.
        loot.web_log.append((at, f"10.0.0.7 POST {PAGE} {answer.status_code}"))
        loot.web_log += [(at, record.getMessage()) for record in self.caplog.records]
        self.caplog.clear()
        fresh = Entry.objects.order_by("id")[self.entries :]
        loot.trail += [(at, f"{entry.act} {entry.thing}") for entry in fresh]
        if sessions_now() != self.sessions:
            loot.sessions.append((at, str(sessions_now())))
        if answer["Referrer-Policy"] != "no-referrer":
            loot.referrers.append((at, PAGE))
        try:
            loot.exports.append({str(queries.results(self.questionnaire)): 1})
        except Anticipated:
            self.refused += 1

    def end(self):
        """Close, wipe, and take what is left: tables, and the results as everybody sees them."""
        actions.close(self.questionnaire, by=self.ada, at=NOON)
        actions.wipe(by=self.ada, at=NOON)
        self.loot.tables = {model.__name__: table_as_it_lies(model) for model in (Slip, SealedSheet, Remark)}
        one = queries.results(self.questionnaire)
        groups = [row for question in one.questions for part in question.parts for row in part.groups]
        members = {
            name: frozenset(
                person for number, (person, _c, _t) in enumerate(self.loot.people) if number % 3 == place
            )
            for place, name in enumerate(("office", "field", "lab"))
        }
        self.loot.filtered = [
            (members[row.group], {cell.name: cell.count for cell in row.cells if cell.count is not None})
            for row in groups
        ]


@pytest.fixture
def robbed(client, caplog, transactional_db):
    """Our own questionnaire after the end."""
    found = Robbed(client, caplog)
    found.answer_all()
    found.end()
    return found


@pytest.mark.slow
def test_no_attack_ties_anybody_to_an_answer(robbed, tally):
    named = {name: attack(robbed.loot) for name, attack in ATTACKS.items()}
    found = {name: hits(links, robbed.truth) for name, links in named.items()}
    assert {name: len(links) for name, links in named.items() if links and name not in ORDERING} == {}
    assert all(found[name] <= BY_CHANCE for name in ORDERING), found
    # The attacks had something to read: all remarks lay there in plain words at the end, and were not in order.
    assert len(robbed.loot.said()) == PEOPLE
    assert robbed.refused == PEOPLE
    assert len(robbed.loot.backups) == PEOPLE
    tally(cases=len(ATTACKS) * PEOPLE)


@pytest.mark.slow
def test_what_was_written_while_it_ran_says_nothing_in_plain_words(robbed):
    assert not [one for one in robbed.truth.values() if one.encode() in robbed.loot.log_of_changes]
    # The log was really read: the last sheet lies in it, sealed.
    _columns, rows = robbed.loot.backups[-1]["SealedSheet"]
    assert any(bytes(row[2])[:32] in robbed.loot.log_of_changes for row in rows)
    assert robbed.loot.trail == []
    assert robbed.loot.sessions == []
    for copy in robbed.loot.backups:
        for columns, _rows in copy.values():
            assert not {"created_at", "used_at", "at", "id"} & set(columns)


@pytest.mark.slow
def test_after_the_end_no_trace_of_a_sheet_is_left_in_the_files(robbed):
    sealed = [row for _columns, rows in (robbed.loot.backups[-1]["SealedSheet"],) for row in rows]
    assert len(sealed) == PEOPLE
    assert all(len(bytes(row[2])) == len(bytes(sealed[0][2])) for row in sealed)
    assert not SealedSheet.objects.exists()
    assert not Slip.objects.exists()
    if connection.vendor == "sqlite":
        left = Path(str(connection.settings_dict["NAME"])).read_bytes()
        assert not any(bytes(row[2])[:40] in left for row in sealed)


@pytest.mark.slow
def test_two_exports_of_the_end_are_one_and_the_same(robbed):
    first, second = (asdict(queries.results(robbed.questionnaire)) for _time in range(2))
    assert first == second
    shown = [
        cell["count"]
        for question in first["questions"]
        for part in question["parts"]
        for row in (part, *part["groups"])
        for cell in row["cells"]
    ]
    assert min(count for count in shown if count is not None) >= 5


@pytest.mark.slow
def test_on_postgresql_rows_of_the_end_share_one_transaction(robbed):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps no number of a transaction in a row")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT xmin::text) FROM {Remark._meta.db_table}")
        assert cursor.fetchone()[0] == 1
