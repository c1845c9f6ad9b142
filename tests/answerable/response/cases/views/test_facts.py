"""Facts on their page."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.models import Fact
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import fact, make_case

pytestmark = pytest.mark.django_db
UNKNOWN = {
    "claim": "It is poisonous.",
    "finding": "unknown",
    "words": "Two samples are tested.",
    "known_by": "2026-03-03T12:00",
}


def test_a_claim_that_is_not_known_yet_is_added_with_its_day(cast, as_) -> None:
    case, client = make_case(cast), as_("chen")
    page = client.post(f"/respond/cases/{case}/facts/add/", {**UNKNOWN, "known_by": ""}).content.decode()
    assert "Say when we will know." in page
    assert "Two samples are tested." in page
    client.post(f"/respond/cases/{case}/facts/add/", UNKNOWN)
    assert Fact.objects.get().known_by is not None


def test_a_finding_rests_on_a_story_or_a_document(cast, as_) -> None:
    story = make_story()
    case, client = make_case(cast, stories=(story.pk,)), as_("chen")
    said = {"claim": "It is poisonous.", "finding": "not_so", "words": "It is iron."}
    page = client.post(f"/respond/cases/{case}/facts/add/", said).content.decode()
    assert "A finding needs evidence" in page
    client.post(f"/respond/cases/{case}/facts/add/", {**said, "stories": [story.pk], "piece_1": "Report 31"})
    assert list(Fact.objects.get().evidence.values_list("words", flat=True)) == [story.title, "Report 31"]


def test_a_changed_finding_shows_the_former_one_and_a_race_loses_nothing(cast, as_) -> None:
    case, client = make_case(cast), as_("chen")
    made = actions.add_fact(case, fact(words="One sample."), by=cast.ada, at=NOON)
    assert "One sample." in client.get(f"/respond/cases/facts/{made}/").content.decode()
    client.post(f"/respond/cases/facts/{made}/", {**UNKNOWN, "version": 1})
    assert "One sample." in client.get(f"/respond/cases/facts/{made}/").content.decode()
    page = client.post(
        f"/respond/cases/facts/{made}/", {**UNKNOWN, "words": "Nine samples.", "version": 1}
    ).content.decode()
    assert "Nine samples." in page
    assert "Somebody else has changed this finding." in page
