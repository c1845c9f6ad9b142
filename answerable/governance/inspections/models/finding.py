"""What was found wrong, what the unit says to it, how it was put right, and who looked again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.models.rounds import Round
from answerable.governance.inspections.models.visits import Visit


class Finding(models.Model):
    """A matter of a unit against a clause of the plan. It is about the thing, never about a person."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="findings")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="findings")
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    question = models.CharField(max_length=80, blank=True)
    clause = models.CharField(_("clause"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("what was seen"))
    evidence = models.CharField(_("evidence"), max_length=1000, blank=True)
    #: "minor", "major" or "veto": how heavy the matter is.
    grade = models.CharField(_("grade"), max_length=10, default="minor")
    state = models.CharField(max_length=20, default="observed")
    state_since = models.DateTimeField()
    found_at = models.DateTimeField()
    found_by = models.CharField(max_length=200)
    put_at = models.DateTimeField(null=True)
    reply_until = models.DateTimeField(null=True)
    reply = models.TextField(_("what the unit says"), blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.CharField(max_length=200, blank=True)
    decision = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    due = models.DateTimeField(_("to be put right by"), null=True)
    #: From which day on somebody else looks again: the next quarter, or at once where the unit says it is done.
    recheck_from = models.DateField(null=True)
    #: An earlier finding of the same unit on the same question.
    repeats = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-found_at", "-pk"]
        indexes = [
            models.Index(fields=["unit", "state"], name="inspections_findings"),
            models.Index(fields=["state", "due"], name="inspections_findings_due"),
        ]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return self.title


class Correction(models.Model):
    """What the unit does about a finding, by when, and that it was done. One more after each repetition."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="corrections")
    number = models.PositiveSmallIntegerField(default=1)
    measure = models.TextField(_("measure"))
    until = models.DateField(_("done by"))
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=200)
    proof = models.CharField(_("proof"), max_length=1000, blank=True)
    done_note = models.TextField(_("what was done"), blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    #: By whom it was carried out, so that nobody rechecks their own work.
    done_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["finding", "number"], name="one_number_a_correction")]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.finding_id}/{self.number}"


class Recheck(models.Model):
    """That somebody who neither found nor corrected it looked again."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="rechecks")
    correction = models.OneToOneField(Correction, on_delete=models.PROTECT, related_name="recheck")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    is_gone = models.BooleanField()
    note = models.TextField(_("what was seen"))
    link = models.CharField(_("link"), max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("recheck")
        verbose_name_plural = _("rechecks")

    def __str__(self) -> str:
        return f"{self.finding_id} {self.is_gone}"
