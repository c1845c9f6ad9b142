"""Papers about one case: first, follow-up and final report, the file, the after-action review."""

import pytest

from answerable.reports.kinds import KINDS
from answerable.reports.rules.periods import Span
from answerable.reports.rules.validator import Body, Draft, validate
from answerable.response.cases import actions
from answerable.response.cases.actions import EvidenceDraft, Lessons, PaperDraft, TaskDraft
from answerable.response.cases.rules.levels import Level
from tests.answerable.office.people.makers import NOON
from tests.answerable.reports.kinds.makers import (
    MARCH,
    cells_of,
    figures_of,
    gaps_of,
    make_period,
    part_of,
    words_of,
)
from tests.answerable.response.cases.clockwork import adopt_rules
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assigned,
    closed,
    fact,
    make_case,
    make_cast,
    note,
)

pytestmark = pytest.mark.django_db
LABORATORY = EvidenceDraft("document", "Laboratory report 2026-31")


def gather(kind, case, *, at=NOON + 6 * HOUR):
    return KINDS[kind].gather(make_period(Span.DAY, MARCH, subject=f"case:{case}"), at=at)


def report_upward(cast, case, *, at):
    draft = PaperDraft(kind="first", to="County office", title="Brown water", text="Brown since the morning.")
    paper = actions.draft_paper(case, draft, by=cast.chen, at=at)
    actions.sign_paper(paper, seen_version=1, by=cast.boris, at=at)
    actions.send_paper(paper, "By messenger", by=cast.ada, at=at)


def test_a_first_report_says_what_is_known_what_is_not_and_until_when():
    cast = make_cast()
    case = assigned(cast)
    actions.add_fact(case, fact(), by=cast.chen, at=NOON + HOUR)
    actions.add_fact(
        case,
        fact(
            claim="It is iron.", finding="confirmed", words="Old main.", known_by=None, evidence=(LABORATORY,)
        ),
        by=cast.chen,
        at=NOON + HOUR,
    )
    facts = part_of(gather("event_first", case), "facts")
    assert "2 claims were looked at; 1 are settled, 1 are not known yet." in words_of(facts)
    assert [source.title for said in facts.said for source in said.sources][-1] == "Laboratory report 2026-31"
    assert gaps_of(facts) == ["Not known yet: The water is poisonous., to be known by 2026-03-03."]
    assert [row[1] for row in cells_of(facts)] == ["not known yet", "confirmed"]


def test_times_stand_in_the_hours_of_the_body_and_what_has_not_happened_is_said():
    cast = make_cast()
    matter = part_of(gather("event_first", assigned(cast)), "matter")
    seen = next(row for row in cells_of(matter) if row[0] == "Seen")
    assert (str(seen[1]), seen[2]) == ("2026-03-02", "12:00")  # noon in Shanghai is four in UTC
    assert "Answered in public: not yet." in gaps_of(matter)
    assert "Lead: Supply." in words_of(matter)


def test_a_report_upward_is_titled_by_sender_matter_and_kind():
    cast = make_cast()
    title = gather("event_first", make_case(cast)).title
    assert title.zh == "Water Bureau关于“Brown water in the east of the town”有关情况的初步报告"


@pytest.mark.parametrize("kind", ["event_first", "event_follow_up", "event_final"])
def test_reports_of_an_event_break_no_rule_of_official_documents(kind):
    cast = make_cast()
    found = gather(kind, answered(cast))
    draft = Draft(
        kind=KINDS[kind].about.document,
        direction=KINDS[kind].about.direction,
        title=found.title.zh,
        text=tuple(said.words.zh for part in found.parts for said in part.said),
        addressees=(Body("云汀区人民政府"),),
        signer="林若",
        number="云水发〔2026〕3号",
    )
    assert validate(draft) == ()


def test_a_follow_up_tells_only_what_is_new_since_the_report_that_went_out():
    cast = make_cast()
    case = assigned(cast)
    actions.add_fact(case, fact(), by=cast.chen, at=NOON + HOUR)
    report_upward(cast, case, at=NOON + 2 * HOUR)
    actions.note_answer([case], note(case), by=cast.emil, at=NOON + 3 * HOUR)
    found = gather("event_follow_up", case)
    assert "sent on 2026-03-02 at 14:00" in words_of(part_of(found, "opening"))
    assert gaps_of(part_of(found, "facts")) == ["No fact was checked since the last report."]
    assert [row[2] for row in cells_of(part_of(found, "course"))] == ["Answered in public"]
    assert "The brown water is safe to wash with (Emil, Spokesperson)" in words_of(part_of(found, "done"))
    assert "to County office" in words_of(part_of(found, "reports"))


def test_a_follow_up_without_an_earlier_report_says_so_and_tells_everything():
    cast = make_cast()
    case = assigned(cast)
    actions.add_fact(case, fact(), by=cast.chen, at=NOON + HOUR)
    found = gather("event_follow_up", case)
    assert words_of(part_of(found, "opening")).startswith("No earlier report has gone out")
    assert len(cells_of(part_of(found, "facts"))) == 1
    assert gaps_of(part_of(found, "reports")) == ["Nothing has been reported upward."]


def test_a_final_report_counts_what_is_not_done_and_says_what_it_came_to():
    cast = make_cast()
    case = answered(cast)
    draft = TaskDraft(unit=cast.repair.pk, words="Flush the main.", due_at=NOON + 5 * HOUR)
    actions.set_task(case, draft, by=cast.ada, at=NOON + HOUR)
    found = gather("event_final", case)
    assert figures_of(part_of(found, "done")) == {"Answers published": (1, 1), "Tasks not done": (1, 1)}
    assert gaps_of(part_of(found, "result")) == ["The case is not closed yet."]
    assert gaps_of(part_of(found, "effect"))  # nobody heard its stories, so nothing is compared


def test_a_case_file_holds_the_assessment_and_the_limits_that_ran():
    adopt_rules()
    cast = make_cast()
    case = answered(cast)
    found = gather("case_file", case)
    assert "2 people assessed it" in words_of(part_of(found, "assessed"))
    limits = cells_of(part_of(found, "kept"), table=1)
    assert {"Publish the answer", "Register the concern"} <= {row[0] for row in limits}
    assert {row[0].zh for row in part_of(found, "kept").rows[1].rows}.isdisjoint({row[0] for row in limits})
    assert gaps_of(part_of(found, "kept")) == ["No story hangs together with it."]


def test_a_review_says_what_was_learnt_and_what_nobody_wrote():
    cast = make_cast()
    case, review = closed(cast)
    unheld = part_of(gather("after_action", case, at=NOON + 31 * HOUR), "learnt")
    assert "What helped: not written." in gaps_of(unheld)
    action = actions.ActionDraft("A tap for samples in the east.", min(cast.chen.posts), NOON + 200 * HOUR)
    lessons = Lessons("The laboratory was quick.", "Nobody on Sunday.", "", "Boris, Ada", (action,))
    actions.hold_review(review, lessons, by=cast.ada, at=NOON + 40 * HOUR)
    learnt = part_of(gather("after_action", case, at=NOON + 41 * HOUR), "learnt")
    assert "What helped: The laboratory was quick." in words_of(learnt)
    assert gaps_of(learnt) == ["Change of the plan: not written."]
    assert figures_of(learnt) == {"Actions not done": (1, 1)}
    assert learnt.counts[0].link == f"/respond/cases/reviews/{review}/"


def test_both_languages_name_a_level_in_their_own_words():
    cast = make_cast()
    matter = part_of(gather("event_first", assigned(cast)), "matter")
    summary = matter.said[1].words
    assert summary.zh.startswith(("等级：较大", "等级：重大", "等级：一般"))
    assert any(f"Level: {level.value}." in summary.en for level in Level)
