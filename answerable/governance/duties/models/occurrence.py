"""One run of a duty in one unit, who has had it, and the wishes for more time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Layout(models.Model):
    """Until which day the runs of a plan version have been made ahead."""

    version = models.BigIntegerField(unique=True)
    effective = models.DateField()
    until = models.DateField()
    calendar = models.CharField(max_length=80)
    laid_at = models.DateTimeField()

    class Meta:
        verbose_name = _("layout")
        verbose_name_plural = _("layouts")

    def __str__(self) -> str:
        return f"{self.version}: {self.until}"


class Occurrence(models.Model):
    """One run: the period it stands for, when it is due, who owed it when it opened, how it stands."""

    #: The version of the plan under which it was born (an id of the plan room), and its number for people.
    version = models.BigIntegerField()
    version_number = models.CharField(max_length=40, blank=True)
    duty = models.CharField(_("duty"), max_length=80)
    name_en = models.CharField(max_length=300, blank=True)
    name_zh = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    post = models.ForeignKey(
        "people.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("post")
    )
    period_begin = models.DateField(_("period from"))
    period_end = models.DateField(_("period until"))
    opens_at = models.DateTimeField(_("opens"))
    original_due = models.DateTimeField(_("first due date"))
    due = models.DateTimeField(_("due"))
    provisional = models.BooleanField(default=False)
    #: The date before a change of the calendar moved it while the run was open: it speaks for the unit.
    recounted_from = models.DateTimeField(null=True)
    #: From when on a late run counts as missed: the rung that opens a finding, else five working days.
    missed_at = models.DateTimeField()
    state = models.CharField(max_length=20, default="planned")
    state_since = models.DateTimeField()
    reason = models.TextField(_("reason"), blank=True)
    reason_by = models.CharField(max_length=200, blank=True)

    #: As it was when the run opened; never changed afterwards.
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=200, blank=True)
    backup = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    backup_name = models.CharField(max_length=200, blank=True)
    #: Who has it now. `handed` says that a person passed it on by hand, so that the roster does not take it back.
    holder = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    holder_name = models.CharField(max_length=200, blank=True)
    handed = models.BooleanField(default=False)

    opened_at = models.DateTimeField(null=True)
    filed_at = models.DateTimeField(_("filed"), null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    #: Whether the filing that counts came by the due date; None until something was filed.
    on_time = models.BooleanField(null=True)
    nothing_found = models.BooleanField(default=False)
    #: Ids of the rungs that were climbed for it: by them the delivery of each reminder can be proven.
    rungs = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "unit", "period_begin"], name="one_run_a_period"),
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_begin")),
                name="period_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "opens_at"], name="duties_to_open"),
            models.Index(fields=["state", "due"], name="duties_to_fall_due"),
            models.Index(fields=["unit", "due"], name="duties_of_unit"),
            models.Index(fields=["holder", "state"], name="duties_of_holder"),
        ]
        verbose_name = _("occurrence")
        verbose_name_plural = _("occurrences")

    def __str__(self) -> str:
        return f"{self.duty} {self.period_begin} {self.unit_id}"


class Passing(models.Model):
    """That a run went from one person to another: why, when, and both names."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="passings")
    from_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    from_name = models.CharField(max_length=200, blank=True)
    to_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    to_name = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=20)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("passing on")
        verbose_name_plural = _("passings on")

    def __str__(self) -> str:
        return f"{self.from_name} > {self.to_name}"


class TimeWish(models.Model):
    """A wish for more time, and what an approver said to it."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="wishes")
    until = models.DateTimeField(_("until"))
    reason = models.TextField(_("reason"))
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=20, default="asked")
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence"], condition=models.Q(state="asked"), name="one_open_wish_a_run"
            )
        ]
        verbose_name = _("wish for time")
        verbose_name_plural = _("wishes for time")

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.until:%Y-%m-%d}"
