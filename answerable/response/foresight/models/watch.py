"""Listening after a release, the cases that open meanwhile, and what was asked."""

from django.db import models

from answerable.response.foresight.models.assessment import PreparedAnswer
from answerable.response.foresight.models.release import Release


class Watch(models.Model):
    """The watch of a release; it starts by itself and ends by itself."""

    release = models.OneToOneField(Release, on_delete=models.CASCADE, related_name="watch")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    #: Numbers of the watches of listening.signals that raise an alarm for it.
    signal_watches = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(fields=["ends_at"], condition=models.Q(ended_at=None), name="foresight_watch_runs")
        ]


class Match(models.Model):
    """A story that speaks of a release."""

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="matches")
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=100)
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["watch", "story"], name="story_once_a_watch")]


class Lying(models.Model):
    """A case beside which the prepared answers of a release lie, and by what it was found."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="lying")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    found_by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["release", "case"], name="release_once_beside_a_case")]


class Use(models.Model):
    """An answer that was begun from a prepared one."""

    prepared = models.ForeignKey(PreparedAnswer, on_delete=models.CASCADE, related_name="uses")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey("answers.Answer", on_delete=models.CASCADE, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()


class Asked(models.Model):
    """Something that was asked after a release, where it is written, and whether it had been foreseen."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="asked")
    kind = models.CharField(max_length=10)
    #: "story:12", "letter:7", "answer:3": the same thing is listed once.
    subject = models.CharField(max_length=40)
    text = models.TextField()
    link = models.CharField(max_length=500)
    at = models.DateTimeField()
    #: The question that the machine thinks it comes closest to.
    closest = models.ForeignKey(PreparedAnswer, on_delete=models.SET_NULL, null=True, related_name="+")
    verdict = models.CharField(max_length=12, default="waiting")
    question = models.ForeignKey(PreparedAnswer, on_delete=models.SET_NULL, null=True, related_name="asked")
    #: The question as a person puts it, where none had been foreseen: the next assessment learns it.
    lesson = models.TextField(blank=True)
    settled_by = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["release", "subject"], name="asked_once_a_release")]
        indexes = [models.Index(fields=["verdict"], name="asked_by_verdict")]
