"""Asking the public before a release, and what became of what they said."""

from django.db import models

from answerable.response.foresight.models.release import Release


class Consultation(models.Model):
    """A period of public comment, or a hearing."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="consultations")
    way = models.CharField(max_length=10)
    notice_on = models.DateField()
    ends_on = models.DateField()
    link = models.CharField(max_length=500, blank=True)
    why_short = models.TextField(blank=True)
    selection = models.TextField(blank=True)
    material_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("notice_on")), name="consultation_ends_after_notice"
            )
        ]


class Voice(models.Model):
    """What the public said, summed up without anybody's name, and what became of it."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="voices")
    summary = models.TextField()
    times = models.PositiveIntegerField(default=1)
    verdict = models.CharField(max_length=10, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
