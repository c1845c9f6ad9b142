"""Turns of duty and what one says to the next."""

from django.db import models
from django.db.models import F, Q


class Turn(models.Model):
    """One person's span of duty in a post."""

    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    #: Taken out of the rota, and why; the row stays for the record.
    dropped = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="turn_ends_after_it_begins")
        ]
        indexes = [models.Index(fields=["ends", "begins"], name="rota_turns")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.begins:%Y-%m-%d %H:%M}"


class HandOver(models.Model):
    """What the next on duty must know; taken over by whoever follows."""

    turn = models.ForeignKey(Turn, on_delete=models.PROTECT, null=True, related_name="notes")
    words = models.TextField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.words[:60]
