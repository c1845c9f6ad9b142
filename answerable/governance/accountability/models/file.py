"""A file, what was looked up in favour of the one concerned, and who sits on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class File(models.Model):
    """A missed duty that is being looked at. It cannot exist without its finding, and a finding has one file."""

    finding = models.OneToOneField(
        "duties.Finding", on_delete=models.PROTECT, related_name="+", verbose_name=_("finding")
    )
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    #: Whom it concerns; empty once the texts are erased.
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    person_name = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, default="opened")
    state_since = models.DateTimeField()
    reason = models.TextField(_("reason"), blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    opened_by_name = models.CharField(max_length=200)

    #: The most that may follow: what was told, then what was decided, then what a review left of it.
    told_measure = models.PositiveSmallIntegerField(null=True)
    measure = models.PositiveSmallIntegerField(null=True)
    handed_to = models.CharField(_("handed over to"), max_length=200, blank=True)
    drop_reason = models.TextField(blank=True)
    cause = models.CharField(max_length=40, blank=True)

    closed_at = models.DateTimeField(null=True)
    #: Its last day: then the texts are erased and what stays is that there was a file.
    forget_at = models.DateTimeField(null=True, db_index=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "state"], name="files_of_a_person")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(erased_at__isnull=False),
                name="a_file_concerns_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(measure=None)
                | (models.Q(told_measure__isnull=False) & models.Q(measure__lte=models.F("told_measure"))),
                name="nothing_heavier_than_was_told",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("opened", "facts", "dropped", "closed"))
                | models.Q(told_measure__isnull=False),
                name="nothing_decided_untold",
            ),
            models.CheckConstraint(
                condition=models.Q(person=None) | ~models.Q(opened_by=models.F("person")),
                name="nobody_opens_their_own_file",
            ),
        ]
        verbose_name = pgettext_lazy("accountability", "file")
        verbose_name_plural = pgettext_lazy("accountability", "files")

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"


class Excuse(models.Model):
    """One thing that could excuse: whether it was so, by what that is seen, and what a person made of it."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="excuses")
    key = models.CharField(max_length=40)
    found = models.BooleanField()
    facts = models.JSONField(default=dict)
    #: Lines of evidence: [{"what", "who", "from", "to"}], as they stood when the file was opened.
    evidence = models.JSONField(default=list)
    #: The system's own fault: nobody may reject it.
    fixed = models.BooleanField(default=False)
    verdict = models.CharField(max_length=20, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    judged_by = models.CharField(max_length=200, blank=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["file", "key"], name="each_excuse_once_a_file"),
            models.CheckConstraint(
                condition=~models.Q(fixed=True) | models.Q(verdict="holds"),
                name="a_standstill_never_counts_against_people",
            ),
        ]
        verbose_name = _("excuse")
        verbose_name_plural = _("excuses")

    def __str__(self) -> str:
        return f"{self.file_id}: {self.key}"


class Seat(models.Model):
    """That somebody establishes the facts, decides, reviews, or as a superior takes no part; a row is never lost."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=20)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    named_by = models.CharField(max_length=200)
    named_at = models.DateTimeField()
    aside_at = models.DateTimeField(null=True)
    aside_by = models.CharField(max_length=200, blank=True)
    aside_reason = models.TextField(_("reason"), blank=True)
    #: Somebody concerned asked that this person step aside, and why; a person answers it.
    doubt = models.TextField(blank=True)
    doubt_answer = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["file", "role", "person"], name="one_seat_a_role"),
        ]
        verbose_name = _("seat")
        verbose_name_plural = _("seats")

    def __str__(self) -> str:
        return f"{self.file_id}: {self.role} {self.person_name}"
