"""What every kind of question promises, and what each counts."""

import random

import pytest

from answerable.governance.questionnaires.kinds import KINDS
from answerable.governance.questionnaires.kinds.counting import counted, remarks_of
from answerable.governance.questionnaires.kinds.scale import cuts_of
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.governance.questionnaires.rules.suppression import LEAST
from tests.answerable.governance.questionnaires.makers import QUESTIONS, twelve

BY_SORT = {one.sort: one for one in QUESTIONS}


def cells(result, part=0):
    return [cell.count for cell in result.parts[part].cells]


@pytest.mark.parametrize("sort", list(Sort))
def test_every_kind_takes_an_empty_field_and_refuses_what_it_does_not_offer(sort):
    one, kind = BY_SORT[sort], KINDS[sort]
    assert kind.read(one, []) is None
    assert kind.read(one, [""]) is None
    if sort is not Sort.TEXT:
        for said in ("99", "-1", "x"):
            with pytest.raises(ValueError):  # noqa: PT011 - a number that is none says so itself
                kind.read(one, [said])


@pytest.mark.parametrize("sort", [Sort.SINGLE, Sort.SEVERAL, Sort.SCALE])
def test_every_kind_places_each_answer_in_one_cell_of_each_part(sort):
    one, chance = BY_SORT[sort], random.Random(3)
    offered = {"single": (0, 1), "several": ((0,), (1, 2), (0, 1, 2)), "scale": (1, 2, 3, 4, 5)}[sort]
    answers = [chance.choice(offered) for _person in range(80)]
    for part in KINDS[sort].count(one, answers).parts:
        assert len(part.placed) == sum(part.counts) == 80


def test_words_are_masked_before_they_are_sealed():
    read = KINDS[Sort.TEXT].read(BY_SORT[Sort.TEXT], ["Call 13812345678\r\nplease\x00"])
    assert "13812345678" not in str(read)
    assert "\x00" not in str(read)
    assert len(str(KINDS[Sort.TEXT].read(BY_SORT[Sort.TEXT], ["x" * 5000]))) == 1000


def test_a_scale_is_cut_where_the_counts_are_small_and_its_mean_is_said_only_when_all_points_are():
    assert cuts_of(5) == [[1, 2, 3, 4, 5], [2, 3, 5], [3, 5]]
    assert cuts_of(3) == [[1, 2, 3], [2, 3]]
    few = counted(QUESTIONS, twelve(), None, 12).questions[1]
    assert [cell.name for cell in few.parts[0].cells] == ["1–3", "4–5"]
    assert few.mean is None
    many = [(None, point, None, None) for point in (1, 2, 3, 4, 5) for _person in range(9)]
    result = counted(QUESTIONS, many, None, 45).questions[1]
    assert cells(result) == [9, 9, 9, 9, 9]
    assert result.mean is not None
    assert result.mean[0] == 3


def test_below_five_sheets_nothing_is_said():
    few = counted(QUESTIONS, twelve()[:4], None, 12)
    assert few.n is None
    assert all(one.n is None and not one.parts for one in few.questions)
    assert remarks_of(QUESTIONS, twelve()[:4]) == []


def test_a_question_that_few_answered_is_not_shown_nor_are_few_remarks():
    sheets = [(0, None, None, "I" if number < 3 else None) for number in range(30)]
    result = counted(QUESTIONS, sheets, None, 30)
    assert result.questions[1].n is None
    assert result.questions[3].remarks is None
    assert remarks_of(QUESTIONS, sheets) == []
    assert len(remarks_of(QUESTIONS, twelve())) == 6


def test_counts_by_group_add_up_to_the_whole_where_all_are_shown():
    questions = (Question(Sort.SINGLE, "Where?", ("office", "field")), QUESTIONS[0])
    sheets = [(number % 2, (number // 2) % 2) for number in range(80)]
    result = counted(questions, sheets, 0, 80)
    assert not result.questions[0].parts[0].groups
    by_group = result.questions[1].parts[0].groups
    assert [one.n for one in by_group] == [40, 40]
    assert [sum(cell.count for cell in one.cells) for one in by_group] == [40, 40]


def test_no_count_under_five_is_shown_whatever_was_answered():
    questions = (Question(Sort.SINGLE, "Where?", ("a", "b", "c")), *QUESTIONS)
    for seed in range(12):
        chance = random.Random(seed)
        sheets = [
            (chance.randrange(3), chance.randrange(2), chance.randint(1, 5), (chance.randrange(3),), None)
            for _person in range(chance.randint(5, 70))
        ]
        for one in counted(questions, sheets, 0, 99).questions:
            shown = [cell.count for part in one.parts for cell in part.cells]
            shown += [cell.count for part in one.parts for row in part.groups for cell in row.cells]
            assert all(count is None or count >= LEAST for count in shown)
