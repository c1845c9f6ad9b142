"""Assessments and the opinions they are made of."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.models.case import Case


class Assessment(models.Model):
    """One assessment of a case by two people. Assessed anew, the former one stays."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assessments")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, default="open")
    #: Why the case is assessed anew; empty the first time.
    occasion = models.TextField(blank=True)
    opened_at = models.DateTimeField()

    level = models.CharField(_("level"), max_length=20, blank=True)
    reasons = models.TextField(blank=True)
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    proposed_by_name = models.CharField(max_length=200, blank=True)
    dissent = models.TextField(blank=True)
    dissent_by_name = models.CharField(max_length=200, blank=True)
    settled_by_name = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)
    #: Taken over from another case in a merge or split, and not from opinions.
    taken_over = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="assessment_number_once"),
            models.UniqueConstraint(
                fields=["case"], condition=~Q(state="agreed"), name="one_open_assessment_a_case"
            ),
        ]


class Opinion(models.Model):
    """What one person thinks of a case, given before seeing the other's."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="opinions")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    #: First or second: two different people hold the two places.
    place = models.PositiveSmallIntegerField()
    marks = models.JSONField(default=dict)
    level = models.CharField(max_length=20)
    reasons = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "person"], name="one_opinion_a_person"),
            models.UniqueConstraint(fields=["assessment", "place"], name="one_opinion_a_place"),
            models.CheckConstraint(condition=Q(place__in=(1, 2)), name="two_places_for_opinions"),
        ]
