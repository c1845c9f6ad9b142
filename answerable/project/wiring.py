"""Which news causes which action: one row each."""

from answerable.governance.duties import jobs as duty_jobs
from answerable.governance.duties.actions import finding as duty_findings
from answerable.governance.plan import jobs as plan_jobs
from answerable.governance.plan.events import PlanInForce
from answerable.kernel.events import Reaction, react
from answerable.listening.signals import events as signals
from answerable.listening.signals import jobs as signal_jobs
from answerable.listening.sources import events as sources
from answerable.listening.sources import jobs as source_jobs
from answerable.listening.sources.actions import telling as source_telling
from answerable.listening.stories import events as stories
from answerable.listening.stories import jobs as story_jobs
from answerable.listening.stories.actions import publications
from answerable.office.clocks.events import CalendarChanged, ClockMoved, ClockPaused, RungFired
from answerable.office.notices import reviewing, telling
from answerable.office.review import events as review
from answerable.response.answers_site import events as answers_site
from answerable.response.cases.actions import following as case_following
from answerable.response.cases.events import CaseOpened, PlanChangeProposed
from answerable.response.channel_health import telling as health_telling
from answerable.response.channel_health.events import HealthFailed
from answerable.response.channels import events as channels
from answerable.response.channels import jobs as channel_jobs
from answerable.response.channels.actions import following as channel_following
from answerable.response.foresight.actions import following as foresight_following
from answerable.response.letters import events as letters
from answerable.response.letters import jobs as letter_jobs

#: (event, reaction). A reaction runs inside the publisher's transaction; slow work is enqueued there.
WIRING: list[tuple[type, Reaction]] = [
    (sources.LookupAsked, source_jobs.queue_lookup),
    (sources.ImportHandedIn, source_jobs.queue_import),
    (sources.SourceDue, source_jobs.queue_poll),
    (sources.SourceFellIll, source_telling.tell_ill),
    (sources.SourceRecovered, source_telling.tell_recovered),
    (sources.PublicationsMerged, publications.follow),
    (sources.ItemsArrived, story_jobs.queue_grouping),
    (stories.StoriesRegrouped, story_jobs.queue_grouping),
    (signals.SignalRaised, signal_jobs.queue_telling),
    (signals.SignalTaken, case_following.follow_signal),
    (signals.TrialAsked, signal_jobs.queue_trial),
    (RungFired, telling.tell_rung),
    (ClockMoved, telling.tell_moved),
    (ClockPaused, telling.tell_paused),
    (review.StepWaits, reviewing.tell_next_reader),
    (review.StepsVoided, reviewing.tell_voided),
    (review.ReviewSentBack, reviewing.tell_sent_back),
    (review.ReviewFinished, reviewing.tell_finished),
    (letters.LetterJudged, case_following.follow_letter),
    (answers_site.VerdictGiven, case_following.follow_verdict),
    (PlanInForce, duty_jobs.queue_layout),
    (PlanChangeProposed, plan_jobs.keep_wish),
    (CalendarChanged, duty_jobs.queue_layout),
    (RungFired, duty_findings.climb),
    (letters.SheetConfirmed, letter_jobs.queue_take_over),
    (HealthFailed, health_telling.tell_failed),
    (review.ReviewFinished, foresight_following.follow_review),
    (review.ReviewFinished, channel_following.follow_review),
    (review.ReviewSentBack, channel_following.follow_sent_back),
    (channels.LinksAsked, channel_jobs.queue_links),
    (channels.DeliveryDue, channel_jobs.queue_delivery),
    (CaseOpened, foresight_following.follow_case),
]


def connect() -> None:
    """Put the wiring in force."""
    for event_type, reaction in WIRING:
        react(event_type, reaction)
