"""A questionnaire, and what is left of its answers when it is over."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Questionnaire(models.Model):
    """What is asked, until when, for which duty or round. It knows nobody who answered."""

    title = models.CharField(_("title"), max_length=200)
    intro = models.TextField(_("why it is asked"), blank=True)
    language = models.CharField(max_length=10, default="zh-hans")
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit that asks")
    )
    #: The questions as records, see rules.questions; frozen when it opens.
    questions = models.JSONField(default=list)
    #: Place of the question by which results are shown apart: the only filter there will ever be.
    group = models.PositiveSmallIntegerField(null=True)
    closes_on = models.DateField(_("last day"))
    #: What it is for: the run of a duty, and a subject of another room such as "round:4".
    run = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=20, default="draft")
    #: How many slips were made in all. Which of them came back is not kept.
    slips = models.PositiveIntegerField(default=0)
    public_key = models.CharField(max_length=64, blank=True)
    #: The key that opens the sheets, sealed with the installation's own; destroyed when it closes.
    sealed_key = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    #: When the pages of the database were written anew after the end.
    wiped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        indexes = [models.Index(fields=["state", "closes_on"], name="questionnaire_to_close")]

    def __str__(self) -> str:
        return self.title


class Outcome(models.Model):
    """The frozen results: counts that may be shown and no others. Nothing finer exists any more."""

    questionnaire = models.OneToOneField(Questionnaire, on_delete=models.CASCADE, related_name="outcome")
    results = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("results")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return self.sha256[:12]
