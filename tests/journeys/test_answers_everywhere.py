"""The pages of answers and reviews at a desk and on a telephone, light and dark, in both languages."""

import pytest

from answerable.kernel import clock
from answerable.office.review import queries as reviews
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.cases import actions as cases
from tests.answerable.office.review.makers import Office, make_office
from tests.answerable.response.answers.makers import change, make_draft, make_published, publish, read
from tests.journeys.seeing import sign_in
from tests.journeys.test_everywhere import WIDTHS, faults

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LONG = (
    "How long the repair of the main below Mill Lane and the two streets behind the school goes on, and why"
)


def furnish(office: Office) -> dict[str, str]:
    """A draft with a find, a text between its readers, a corrected answer, and one that was withdrawn."""
    now = clock.now()
    opening = cases.Opening(title="Brown water", matter="The water is brown.", seen_at=now, unit=office.unit)
    case = cases.open_case(opening, by=office.ada, at=now)
    draft = make_draft(
        office, title=LONG, body="In order to help, call 13800138000.", unknown="Why.", cases=(case,)
    )
    between = make_draft(office, title="Half read")
    actions.hand_in(between, by=office.chen, at=now)
    read(between, office.ada, at=now)
    change(office, between, body="Changed since.", at=now)
    make_published(office)
    corrected = Answer.objects.latest("pk").pk
    actions.correct(corrected, "The hour was wrong.", by=office.chen, at=now)
    change(office, corrected, body="Water is back at nine.", at=now)
    publish(office, corrected, at=now)
    make_published(office, title="A mistake")
    withdrawn = Answer.objects.latest("pk").pk
    actions.withdraw(withdrawn, "This was another street.", by=office.chen, at=now)
    publish(office, withdrawn, at=now)
    other = actions.translate(corrected, "zh", by=office.chen, at=now)
    actions.guard_word("Blue folder", "name of a paper", by=office.ada, at=now)
    return {
        "answers": "/respond/answers/?tab=all",
        "answers-none": "/respond/answers/?tab=ready",
        "answer-add": "/respond/answers/add/",
        "answer-words": "/respond/answers/words/",
        "answer-draft": f"/respond/answers/{draft}/",
        "answer-edit": f"/respond/answers/{draft}/edit/",
        "answer-translate": f"/respond/answers/{other}/edit/",
        "answer-between": f"/respond/answers/{between}/",
        "answer-corrected": f"/respond/answers/{corrected}/",
        "answer-withdrawn": f"/respond/answers/{withdrawn}/",
        "reviews": "/reviews/",
        "review": f"/reviews/{reviews.review_of(f'answer:{between}').id}/",
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_answers_opens_fits_and_has_no_barrier(visit, live_server, watchful, language, width):
    office = make_office()
    pages = furnish(office)
    sign_in(visit, "ada")
    visit.set_viewport_size(WIDTHS[width])
    found = [
        f"{name}: {fault}"
        for name, address in pages.items()
        for fault in faults(visit, live_server.url + address, f"{width}-{name}-{language}")
    ]
    assert found == []
