"""Who looks at what, and what was seen there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.models.rounds import Round


class Visit(models.Model):
    """One target of a round, looked at by inspectors or by another unit. Its figures are the unit's."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="visits")
    target = models.CharField(max_length=80)
    name = models.CharField(_("target"), max_length=300)
    link = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("unit")
    )
    #: The unit that looks, where units look at each other or at themselves.
    visitor = models.ForeignKey("people.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, default="planned")
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    remark = models.TextField(_("remark"), blank=True)
    #: What `judge` of the method made of the answers: reached of possible, on how many questions, and vetoes.
    reached = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    possible = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    answered = models.PositiveIntegerField(default=0)
    vetoes = models.JSONField(default=list)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "target", "visitor"], name="one_visit_a_target_and_eye"),
            models.UniqueConstraint(
                fields=["round", "target"], condition=models.Q(visitor=None), name="one_visit_a_target"
            ),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="inspections_visits")]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")

    def __str__(self) -> str:
        return self.name


class Inspector(models.Model):
    """Who makes a visit. Nothing else is kept of them here."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="inspectors")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "person"], name="once_in_a_team")]
        verbose_name = _("inspector")
        verbose_name_plural = _("inspectors")

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    """The answer to one question of the checklist, as it was seen on a day."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="observations")
    question = models.CharField(max_length=80)
    verdict = models.CharField(max_length=10)
    #: examine, interview or test: how it was looked at.
    way = models.CharField(max_length=10, default="examine")
    note = models.TextField(_("note"), blank=True)
    link = models.CharField(_("link"), max_length=1000, blank=True)
    #: Where a file lies below the folder of files; no file is ever asked for.
    stored = models.CharField(max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    collected_on = models.DateField(_("seen on"))
    edition = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "question"], name="one_answer_a_question")]
        verbose_name = _("observation")
        verbose_name_plural = _("observations")

    def __str__(self) -> str:
        return f"{self.visit_id} {self.question}"


class Receipt(models.Model):
    """That a write from a phone arrived: the same key, sent again after a lost connection, writes nothing twice."""

    key = models.CharField(max_length=64, unique=True)
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="+")
    edition = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")

    def __str__(self) -> str:
        return self.key
