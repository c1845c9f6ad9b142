"""Issuing what was earned, and reminding before it ends."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from answerable.governance.training.models import Attendance, Certificate, Course, QuizPass
from answerable.governance.training.rules.states import Signed
from answerable.governance.training.rules.validity import REMIND, earned_on, valid_until
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.trail.actions import record
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people.queries import day_of

#: The kind under which people choose how such notices reach them.
NOTICE = "training"


def issue_earned(course: int, person: int, *, by: Actor, at: datetime) -> int | None:
    """Issue the certificate that somebody has earned by session and quiz, once; gives its id, or None."""
    with transaction.atomic():
        row = Course.objects.get(pk=course)
        if not row.certifies:
            return None
        last = Attendance.objects.filter(session__course=row, person=person).exclude(signed_as=Signed.NOT)
        place = last.select_related("session").order_by("-session__begins_at").first()
        passed = (
            QuizPass.objects.filter(course=row, person=person).values_list("passed_on", flat=True).first()
        )
        attended = day_of(place.session.begins_at) if place else None
        day = earned_on(attended, passed, needs_quiz=bool(row.quiz))
        if day is None or place is None:
            return None
        made, is_new = Certificate.objects.get_or_create(
            course=row,
            person_id=person,
            issued_on=day,
            defaults={"person_name": place.person_name, "valid_until": valid_until(day, row.valid_months)},
        )
        if is_new:
            record(
                "training.issue",
                f"certificate:{made.pk}",
                by=by,
                at=at,
                course=row.pk,
                until=made.valid_until,
            )
        return made.pk


def remind(*, by: Actor, at: datetime) -> int:
    """Tell people whose certificate ends soon and who hold no later one; each certificate once. Gives how many."""
    day = day_of(at)
    ending = Certificate.objects.filter(valid_until__range=(day, day + REMIND)).select_related("course")
    told = 0
    for row in ending.order_by("pk"):
        later = Certificate.objects.filter(course=row.course, person=row.person_id)
        if later.filter(valid_until=None).exists() or later.filter(valid_until__gt=row.valid_until).exists():
            continue
        words = {}
        for language in ("en", "zh-hans"):
            with override(language):
                words[language] = (
                    _("“%(course)s” ends on %(day)s") % {"course": row.course.name, "day": row.valid_until},
                    _("Take a session before that day, so that your post keeps what it must hold."),
                )
        subjects, bodies = zip(*words.values(), strict=True)
        news = News(NOTICE, Told(*subjects), Told(*bodies), "/govern/training/", f"training:ends:{row.pk}")
        told += notify(news, to=[row.person_id], by=MACHINE, at=at)
    return told
