"""Tells the next reader of a text, its authors, and those whose reading became void. The texts do not name readers."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from answerable.kernel.actor import MACHINE
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.review.events import ReviewFinished, ReviewSentBack, StepsVoided, StepWaits
from answerable.office.review.rules import name_in

KIND = "review"


def tell_next_reader(event: StepWaits) -> None:
    """Tell whoever may take the step that a text waits for them."""
    en, zh = name_in(event.names, "en"), name_in(event.names, "zh-hans")
    _tell(
        Told(f"{en}: {event.title}", f"{zh}：{event.title}"),
        Told(
            f"“{event.title}” waits for your reading ({en}).",
            f"《{event.title}》待您{zh}。",
        ),
        event.review,
        key=f"review-step:{event.step}",
        to=event.people,
        at=event.at,
    )


def tell_voided(event: StepsVoided) -> None:
    """Tell readers that the text which they passed was changed."""
    _tell(
        Told(f"Changed after your reading: {event.title}", f"审后有改动：{event.title}"),
        Told(
            "The text was changed after you passed it. Your approval is void; it is read again from the first step.",
            "您审过的稿件又作了修改，原审校作废，从头重新审校。",
        ),
        event.review,
        key=f"review-void:{event.review}:{event.at.isoformat()}",
        to=event.people,
        at=event.at,
    )


def tell_sent_back(event: ReviewSentBack) -> None:
    """Tell the authors that their text came back, and why."""
    _tell(
        Told(f"Sent back: {event.title}", f"退回修改：{event.title}"),
        Told(event.comment, event.comment),
        event.review,
        key=f"review-back:{event.review}",
        to=event.authors,
        at=event.at,
    )


def tell_finished(event: ReviewFinished) -> None:
    """Tell the authors that their text passed its gate."""
    _tell(
        Told(f"Passed: {event.title}", f"审校完毕：{event.title}"),
        Told("Every step passed this text. It can be published.", "各审次均已通过，可以发布。"),
        event.review,
        key=f"review-passed:{event.review}:{event.content_hash[:12]}",
        to=event.authors,
        at=event.at,
    )


def _tell(subject: Told, body: Told, review: int, *, key: str, to: Iterable[int], at: datetime) -> None:
    news = News(kind=KIND, subject=subject, body=body, link=reverse("review:one", args=[review]), key=key)
    notify(news, to=to, by=MACHINE, at=at)
