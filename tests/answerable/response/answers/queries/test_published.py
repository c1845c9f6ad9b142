"""What the public site reads."""

from dataclasses import fields
from datetime import timedelta

from answerable.response.answers import actions, queries
from answerable.response.answers.models import Answer
from answerable.response.answers.rules.states import Change, Kind
from answerable.response.answers.rules.wording import Known
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_draft,
    make_published,
    pass_gate,
    publish,
)


def test_nothing_unpublished_is_ever_given(office) -> None:
    make_draft(office, title="A draft")
    pass_gate(office, make_draft(office, title="Passed, not published"))
    assert queries.published().rows == ()
    assert queries.slugs() == ()
    assert queries.topics() == ()


def test_a_text_in_work_does_not_shine_through_the_published_one(office) -> None:
    slug = make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "Secret so far.", by=office.chen, at=LATER)
    change(office, answer, body="Not yet public.", topics=("Hidden",))
    assert "Not yet" not in repr(queries.published_answer(slug))
    assert "Secret so far" not in repr(queries.published(text="Secret"))
    assert queries.published(text="public").total == 0
    assert queries.topics() == (("Water supply", 1),)


def test_no_row_holds_a_person_but_the_spokesperson(office) -> None:
    found = queries.published_answer(make_published(office))
    for name in ("Chen", "Ada", "Boris"):
        assert name not in repr(found)
    assert "editors" not in {field.name for field in fields(found)}


def test_answers_are_found_by_language_kind_topic_and_words(office) -> None:
    make_published(office)
    make_published(
        office,
        language="zh",
        title="东桥路来水时间",
        body="今晚八点来水。",
        topics=("停水",),
        kind=Kind.UPDATE,
    )
    assert [row.language for row in queries.published(language="zh").rows] == ["zh"]
    assert [row.kind for row in queries.published(kind="update").rows] == [Kind.UPDATE]
    assert [row.topics for row in queries.published(topic="停水").rows] == [("停水",)]
    assert [row.language for row in queries.published(text="八点").rows] == ["zh"]
    assert queries.published(text="nothing of that sort").total == 0


def test_the_newest_change_comes_first_and_pages_are_cut(office) -> None:
    for hour in range(5):
        publish(office, make_draft(office, title=f"Hour {hour}"), at=LATER + timedelta(hours=hour))
    page = queries.published(page=2, size=2)
    assert ([row.title for row in page.rows], page.total, page.pages) == (["Hour 2", "Hour 1"], 5, 3)
    assert queries.published(page=99, size=2).page == 3


def test_translations_name_each_other_once_both_are_public(office) -> None:
    slug = make_published(office)
    answer = Answer.objects.get().pk
    other = actions.translate(answer, "zh", by=office.chen, at=LATER)
    assert queries.published_answer(slug).translations == ()
    twin = publish(office, other)
    assert queries.published_answer(slug).translations == (("zh", twin),)
    assert queries.published_answer(twin).translations == (("en", slug),)


def test_an_address_that_could_do_something_is_left_out_of_the_basis(office) -> None:
    known = (Known("A", "paper", "javascript:alert(1)"), Known("B", "log", "https://water.example/"))
    found = queries.published_answer(make_published(office, known=known))
    assert [basis.link for basis in found.basis] == ["", "https://water.example/"]


def test_changes_are_listed_with_their_reasons(office) -> None:
    slug = make_published(office)
    answer = Answer.objects.get().pk
    actions.correct(answer, "The hour was wrong.", by=office.chen, at=LATER)
    publish(office, answer)
    actions.withdraw(answer, "All of it.", by=office.chen, at=LATER)
    publish(office, answer)
    assert [(row.slug, row.note) for row in queries.corrections()] == [(slug, "The hour was wrong.")]
    assert [row.change for row in queries.withdrawals(language="en")] == [Change.WITHDRAWAL]
    assert queries.changes(language="zh") == ()
    assert [version.number for version in queries.versions(slug)] == [1, 2, 3]
    assert queries.versions("no-such-address") == ()


def test_a_page_takes_the_same_queries_for_one_and_for_many(office, django_assert_num_queries) -> None:
    for number in range(4):
        make_published(office, title=f"Water {number}")
    with django_assert_num_queries(3):
        assert len(queries.published().rows) == 4


def test_the_text_of_a_question_is_found(office) -> None:
    make_published(office, question="Why is it brown?")
    assert queries.published(text="brown").total == 1
