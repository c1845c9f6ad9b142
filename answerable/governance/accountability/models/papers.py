"""What is written in a file, how it came to the one concerned, and how each member voted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.accountability.models.file import File, Seat


class Paper(models.Model):
    """One document of a file. It is never changed: what has to be said later is another paper."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="papers")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    text = models.TextField(_("text"), blank=True)
    #: A spoken statement that somebody wrote down; the speaker confirms it.
    spoken = models.BooleanField(default=False)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    measure = models.PositiveSmallIntegerField(null=True)
    #: Who else stands for it: the second of the two who established the facts, or the speaker.
    confirmed_by = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)

    #: Delivery to the one concerned, where the paper is for them.
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=20, blank=True)
    witness = models.CharField(_("witness"), max_length=200, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="papers_of_a_file_are_numbered"),
        ]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return f"{self.file_id}/{self.number} {self.kind}"


class Vote(models.Model):
    """What one member wants and why. Those who wanted something else than what was carried stay on record."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="vote")
    measure = models.PositiveSmallIntegerField()
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.measure}"
