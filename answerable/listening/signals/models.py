"""Watches, signals, trials of a switch, and what is shown beside it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Watch(models.Model):
    """A saved search of one person, or shared in a unit, that may signal."""

    name = models.CharField(_("name"), max_length=120)
    words = models.CharField(_("words"), max_length=400)
    languages = models.JSONField(_("languages"), default=list)
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    #: The unit whose people see it too and are told as well; empty for the owner's own.
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    #: False alarms bearable in a hundred days.
    switch = models.FloatField(_("false alarms"), default=0.5)
    at_least = models.PositiveIntegerField(_("at least"), default=3)
    rhythm = models.CharField(_("told"), max_length=10, default="at_once")
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)
    state = models.CharField(max_length=10, default="active", db_index=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("watch")
        verbose_name_plural = _("watches")

    def __str__(self) -> str:
        return self.name


class Signal(models.Model):
    """More than chance allows, with the odds and the evidence. One outbreak is one signal."""

    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, null=True, related_name="+")
    watch = models.ForeignKey(Watch, on_delete=models.PROTECT, null=True, related_name="signals")
    title = models.TextField()
    #: What was counted: "story:12" or "watch:3".
    series = models.CharField(max_length=40, db_index=True)
    #: The window: publications seen in it, expected in it, and how rarely chance does that.
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    hours = models.PositiveIntegerField()
    seen = models.PositiveIntegerField()
    expected = models.FloatField()
    p = models.FloatField()
    once_in_days = models.FloatField()
    per_100_series_days = models.FloatField()
    evidence = models.JSONField(default=list)

    raised_at = models.DateTimeField(db_index=True)
    #: The most it came to while it lasted, and when it fell back to what is usual.
    most_seen = models.PositiveIntegerField(default=0)
    over_at = models.DateTimeField(null=True)
    tell_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    state = models.CharField(max_length=20, default="new", db_index=True)
    reason = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)
    settled_by = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("signal")
        verbose_name_plural = _("signals")
        constraints = [
            models.UniqueConstraint(
                fields=["series"], condition=models.Q(over_at=None), name="one_open_episode_a_series"
            )
        ]
        indexes = [
            models.Index(fields=["-raised_at", "-id"], name="signal_by_time"),
            models.Index(fields=["tell_at"], condition=models.Q(told_at=None), name="signal_untold"),
        ]

    def __str__(self) -> str:
        return self.title


class Trial(models.Model):
    """What a watch of these words would have raised on the body's own history, for every setting of the switch."""

    key = models.CharField(max_length=64, unique=True)
    words = models.CharField(max_length=400)
    languages = models.JSONField(default=list)
    at_least = models.PositiveIntegerField(default=3)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.JSONField(default=dict)


class Setting(models.Model):
    """The switch of the stories: one false alarm in so many days over all of them, and how much is worth a signal."""

    days = models.FloatField(default=10)
    at_least = models.PositiveIntegerField(default=4)
