"""Writing: nothing typed is lost, nothing is overwritten unseen, hints stand beside the text."""

import pytest

from answerable.response.answers import actions
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.rules.wording import Content
from tests.answerable.response.answers.makers import (
    LATER,
    change,
    make_content,
    make_draft,
    read,
    sign_in,
    speaking_post,
)


@pytest.fixture
def chen(office, client):
    """A browser in which Chen is signed in."""
    sign_in(client, "chen")
    return client


def typed(content: Content, edit: int = 1, **changes) -> dict[str, object]:
    """What a browser sends of the text form."""
    fields: dict[str, object] = {
        "seen_edit": edit,
        "known_rows": 3,
        "kind": content.kind,
        "title": content.title,
        "summary": content.summary,
        "question": content.question,
        "body": content.body,
        "unknown": content.unknown,
        "more_at": content.more_at,
        "todo": content.todo,
        "topics": ", ".join(content.topics),
        "spokesperson_post": speaking_post(),
        "known_0_text": content.known[0].text if content.known else "",
        "known_0_basis": content.known[0].basis if content.known else "",
        "known_0_link": content.known[0].link if content.known else "",
    }
    return fields | changes


def test_an_answer_begins_with_a_title_a_kind_and_a_unit(office, chen) -> None:
    assert chen.get("/respond/answers/add/").status_code == 200
    begun = {"title": "Water", "kind": "answer", "language": "en", "unit": office.unit}
    answer = chen.post("/respond/answers/add/", begun)
    assert answer.url == f"/respond/answers/{Answer.objects.get().pk}/edit/"
    assert chen.get(answer.url).status_code == 200


def test_a_saved_text_is_the_text_that_was_typed(office, chen) -> None:
    answer = make_draft(office)
    said = typed(make_content(), body="Water is back at **nine**.")
    assert chen.post(f"/respond/answers/{answer}/edit/", said).status_code == 302
    assert Version.objects.get().body == "Water is back at **nine**."


def test_a_wrong_link_keeps_everything_that_was_typed(office, chen) -> None:
    answer = make_draft(office)
    said = typed(make_content(), body="Typed for an hour.", known_0_link="javascript:alert(1)")
    page = chen.post(f"/respond/answers/{answer}/edit/", said)
    assert page.status_code == 422
    assert "Typed for an hour." in page.text
    assert "web address" in page.text


def test_two_writers_see_both_texts_side_by_side(office, chen) -> None:
    answer = make_draft(office)
    change(office, answer, by=office.ada, body="Ada's sentence stands here.")
    page = chen.post(f"/respond/answers/{answer}/edit/", typed(make_content(), body="Chen's own words."))
    assert page.status_code == 409
    assert "<del>" in page.text
    assert "<ins>" in page.text
    assert "s own words" in page.text
    assert Version.objects.get().body == "Ada's sentence stands here."
    again = typed(make_content(), edit=2, body="Chen's own words.")
    assert chen.post(f"/respond/answers/{answer}/edit/", again).status_code == 302
    assert Version.objects.get().body == "Chen's own words."


def test_a_draft_is_saved_while_it_is_typed(office, chen) -> None:
    answer = make_draft(office)
    part = chen.post(f"/respond/answers/{answer}/beside/", typed(make_content(), body="In order to begin."))
    assert 'value="2"' in part.text
    assert "In order to" in part.text
    assert Version.objects.get().body == "In order to begin."


def test_a_text_in_review_is_never_changed_by_typing_alone(office, chen) -> None:
    answer = make_draft(office)
    actions.hand_in(answer, by=office.chen, at=LATER)
    read(answer, office.ada)
    chen.post(f"/respond/answers/{answer}/beside/", typed(make_content(), body="Half a thought"))
    assert "repaired" in Version.objects.get().body


def test_saving_a_text_in_review_says_that_approvals_are_void(office, chen) -> None:
    answer = make_draft(office)
    actions.hand_in(answer, by=office.chen, at=LATER)
    read(answer, office.ada)
    page = chen.post(
        f"/respond/answers/{answer}/edit/", typed(make_content(), body="Other words."), follow=True
    )
    assert "void" in page.text


def test_a_find_is_explained_before_the_text_is_handed_in(office, chen) -> None:
    answer = make_draft(office, body="Call 13800138000 for water.")
    page = chen.get(f"/respond/answers/{answer}/edit/")
    assert "13800138000" in page.text
    refused = chen.post(f"/respond/answers/{answer}/hand-in/")
    assert refused.status_code == 422
    assert "13800138000" in refused.text
    key = next(line for line in page.text.split('"') if line.startswith("why-personal"))
    chen.post(f"/respond/answers/{answer}/explain/", {key: "The duty telephone, published by us."})
    assert chen.post(f"/respond/answers/{answer}/hand-in/").status_code == 302


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_is_shown_in_both_languages(office, chen, language) -> None:
    chen.cookies["django_language"] = language
    answer = make_draft(office, language="zh", title="东桥路何时来水", body="高度重视。", unknown="原因不明")
    page = chen.get(f"/respond/answers/{answer}/edit/")
    assert page.status_code == 200
    assert "高度重视" in page.text
