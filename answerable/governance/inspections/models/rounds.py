"""What is inspected how often, one round of it, and the assessment of a year."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Programme(models.Model):
    """An inspection that comes again: its method, its population, its checklist."""

    title = models.CharField(_("title"), max_length=200)
    method = models.CharField(_("method"), max_length=40)
    #: The duty of the plan that its rounds carry out; empty for one that no duty names.
    duty = models.CharField(_("duty"), max_length=80, blank=True)
    population = models.CharField(_("population"), max_length=40)
    #: Share or number, inspectors, visits a unit, weight: see rules.settings.
    settings = models.JSONField(default=dict)
    #: The checklist as `rules.checklist` writes it.
    questions = models.JSONField(default=list)
    state = models.CharField(max_length=20, default="active")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self) -> str:
        return self.title


class Round(models.Model):
    """One inspection from its plan to its report. It keeps the checklist it was begun with."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds"
    )
    title = models.CharField(_("title"), max_length=200)
    method = models.CharField(_("method"), max_length=40)
    duty = models.CharField(_("duty"), max_length=80, blank=True)
    population = models.CharField(_("population"), max_length=40)
    settings = models.JSONField(default=dict)
    questions = models.JSONField(default=list)
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    state = models.CharField(max_length=20, default="planned")
    state_since = models.DateTimeField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)
    #: The questionnaire that it opened, where its method asks by one.
    questionnaire = models.BigIntegerField(null=True)
    #: The report as it was frozen, and the hash under which it is handed in.
    report = models.JSONField(default=dict)
    report_sha256 = models.CharField(max_length=64, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("begins_on")), name="round_ends_after_it_begins"
            )
        ]
        indexes = [models.Index(fields=["state", "begins_on"], name="inspections_rounds")]
        verbose_name = _("round of inspection")
        verbose_name_plural = _("rounds of inspection")

    def __str__(self) -> str:
        return self.title


class Assessment(models.Model):
    """The yearly assessment of the units as it was settled: figures with their n and weights, never of people."""

    year = models.PositiveSmallIntegerField(unique=True)
    rows = models.JSONField(default=list)
    weights = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    settled_at = models.DateTimeField()
    settled_by = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("yearly assessment")
        verbose_name_plural = _("yearly assessments")

    def __str__(self) -> str:
        return str(self.year)
