"""What follows a missed duty, who reads the calendar from outside, and which demands are a burden."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.duties.models.occurrence import Occurrence


class Finding(models.Model):
    """The finding “missed duty”: what was looked up in favour of the unit comes first. It is no sanction."""

    occurrence = models.OneToOneField(Occurrence, on_delete=models.PROTECT, related_name="finding")
    opened_at = models.DateTimeField()
    #: What was looked up when it was opened: [{"key", "found", "facts"}], see rules.excuses.
    excuses = models.JSONField(default=list)
    state = models.CharField(max_length=20, default="observed")
    answer = models.TextField(_("what the unit says"), blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    decision = models.TextField(_("reason"), blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.state}"


class Feed(models.Model):
    """A secret address under which a calendar programme reads due dates; only its hash is kept."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey("people.Unit", on_delete=models.CASCADE, null=True, related_name="+")
    made_for = models.BigIntegerField()
    secret_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=10, default="en")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person=None) | models.Q(unit=None), name="feed_of_a_person_or_a_unit"
            )
        ]
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return f"feed {self.pk}"


class BurdenCount(models.Model):
    """How often a demanded thing was called a burden, by month. Nobody's name, and no moment, is kept."""

    thing = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300, blank=True)
    name_zh = models.CharField(max_length=300, blank=True)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing", "month"], name="one_burden_count_a_month")]
        verbose_name = _("burden")
        verbose_name_plural = _("burdens")

    def __str__(self) -> str:
        return f"{self.thing} {self.month}: {self.count}"


class BurdenRemark(models.Model):
    """Why something is a burden, in words: without name, without moment; personal numbers are masked."""

    thing = models.CharField(max_length=200)
    month = models.DateField()
    text = models.TextField(_("remark"))

    class Meta:
        verbose_name = _("remark on a burden")
        verbose_name_plural = _("remarks on burdens")

    def __str__(self) -> str:
        return self.text[:60]


class Round(models.Model):
    """When the rounds of the house last went by: one row."""

    at = models.DateTimeField()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class Outage(models.Model):
    """A time in which the house stood still: it speaks for everybody who owed something then."""

    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["begins_at"]
        verbose_name = _("outage")
        verbose_name_plural = _("outages")

    def __str__(self) -> str:
        return f"{self.begins_at:%Y-%m-%d %H:%M}/{self.ends_at:%Y-%m-%d %H:%M}"
