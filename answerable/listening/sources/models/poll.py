"""Polls and what they came to, gaps, and whose turn it is at a host."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.models.source import Source


class Poll(models.Model):
    """One try at a source, also one that never happened; summed up by the day after two weeks."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="polls")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    outcome = models.CharField(max_length=20)
    reason = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    status = models.PositiveSmallIntegerField(null=True)
    #: How many polls this row stands for: missed ones are told in one row.
    times = models.PositiveIntegerField(default=1)
    entries = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    edited = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    held_back = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        indexes = [models.Index(fields=["source", "-ended_at"], name="poll_of_source_by_time")]


class PollDay(models.Model):
    """The polls of one source on one day that came to the same outcome, as counts."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="poll_days")
    day = models.DateField()
    outcome = models.CharField(max_length=20)
    times = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    edited = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "day", "outcome"], name="one_count_a_day_and_outcome")
        ]


class Gap(models.Model):
    """A span in which a source was not heard; open while `ended_at` is empty. What comes at its end had piled up."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="gaps")
    began_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(ended_at=None), name="one_open_gap_a_source"
            )
        ]


class HostTurn(models.Model):
    """Which host may be called again when: one connection a host over all workers."""

    host = models.CharField(max_length=255, primary_key=True)
    free_at = models.DateTimeField()
    lease = models.CharField(max_length=40, blank=True)
