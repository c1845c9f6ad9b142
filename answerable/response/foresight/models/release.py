"""A release, its parts, and what became of its dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Release(models.Model):
    """A decision, policy, event or price change that will be announced, with the answers prepared for it."""

    title = models.CharField(pgettext_lazy("release", "title"), max_length=200)
    kind = models.CharField(pgettext_lazy("release", "kind"), max_length=20)
    summary = models.TextField(_("what will be announced"))
    language = models.CharField(max_length=10, default="zh")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(pgettext_lazy("part", "planned for"))
    state = models.CharField(max_length=20, default="planned")

    spokesperson_post = models.ForeignKey(
        "people.Post", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: The post's title as it was when it was chosen: what was assessed does not change with the house.
    spokesperson_title = models.CharField(max_length=200, blank=True)
    #: Official channels it goes out on, as they were named: [{"id": 3, "name": "..."}].
    channels = models.JSONField(default=list)
    #: What is listened for afterwards: each term is one or more words that stand together in an item.
    terms = models.JSONField(default=list)
    watch_days = models.PositiveIntegerField(_("days of watch"), default=7)

    #: How often the assessment was opened again; part of the text, so that a former approval never fits.
    round = models.PositiveIntegerField(default=1)
    #: Written with every change: the hash of the text as it is now, and its level ("" before both have spoken).
    text_hash = models.CharField(max_length=64, blank=True)
    level = models.CharField(pgettext_lazy("risk", "level"), max_length=10, blank=True)
    #: People who wrote in it: none of them reads it at its gate.
    editors = models.JSONField(default=list)

    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=200)
    released_at = models.DateTimeField(null=True)
    #: Why it went out before its assessment was agreed, and who decided that.
    urgent_reason = models.TextField(blank=True)
    urgent_by = models.CharField(max_length=200, blank=True)
    over_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.CharField(max_length=200, blank=True)
    lesson = models.TextField(_("what the next assessment should know"), blank=True)
    #: The closed file, as it was when the release was finished, and its SHA-256.
    file = models.TextField(blank=True)
    file_hash = models.CharField(max_length=64, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("planned", "withdrawn")) | models.Q(released_at__isnull=False),
                name="released_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "planned_at"], name="release_by_state"),
            models.Index(fields=["unit", "state"], name="release_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title


class Part(models.Model):
    """One part that goes out at its own time; what is released at once has one."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    planned_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    released_by = models.CharField(max_length=200, blank=True)
    #: Where it was announced.
    link = models.CharField(max_length=500, blank=True)
    dropped_reason = models.TextField(blank=True)
    #: The hash that had passed the gate when it went out; empty for an urgent release.
    passed_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["release", "number"], name="part_number_once"),
            models.CheckConstraint(
                condition=models.Q(released_at=None) | models.Q(dropped_reason=""),
                name="part_is_out_or_dropped",
            ),
        ]


class Postponement(models.Model):
    """Another date, and why."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="postponements")
    before = models.DateTimeField()
    after = models.DateTimeField()
    reason = models.TextField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Reopening(models.Model):
    """An agreed assessment was opened again, because its text changed."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="reopenings")
    round = models.PositiveIntegerField()
    what = models.CharField(max_length=200)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
