"""Tables of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Backup(models.Model):
    """One backup that was made: where it lies, what it holds, or why it failed."""

    made_at = models.DateTimeField(_("made"), db_index=True)
    name = models.CharField(_("file"), max_length=200, unique=True)
    size = models.BigIntegerField(_("bytes"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    entries = models.BigIntegerField(_("trail entries"), default=0)
    rows = models.BigIntegerField(_("rows"), default=0)
    seconds = models.FloatField(_("seconds"), default=0)
    fault = models.TextField(_("fault"), blank=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("backup")
        verbose_name_plural = _("backups")

    def __str__(self) -> str:
        return self.name


class Drill(models.Model):
    """One backup restored beside the running system to see that it restores."""

    held_at = models.DateTimeField(_("held"), db_index=True)
    backup = models.CharField(_("backup"), max_length=200)
    passed = models.BooleanField(_("passed"))
    rows = models.BigIntegerField(_("rows"), default=0)
    seconds = models.FloatField(_("seconds"), default=0)
    fault = models.TextField(_("fault"), blank=True)

    class Meta:
        ordering = ["-held_at"]
        verbose_name = _("restore drill")
        verbose_name_plural = _("restore drills")

    def __str__(self) -> str:
        return f"{self.held_at:%Y-%m-%d} {self.backup}"


class Head(models.Model):
    """A published head of the trail: the statement and its signature. Rows are only ever added."""

    at = models.DateTimeField(_("at"), db_index=True)
    entries = models.BigIntegerField(_("trail entries"))
    head = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    signature = models.CharField(max_length=100)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("published head")
        verbose_name_plural = _("published heads")

    def __str__(self) -> str:
        return f"{self.entries} {self.head[:12]}"


class Pulse(models.Model):
    """The last note of a part that it works; one row a part."""

    part = models.CharField(max_length=50, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.part


class Standstill(models.Model):
    """A span in which a part did not work: told by the hole between two notes."""

    part = models.CharField(_("part"), max_length=50)
    began_at = models.DateTimeField(_("began"), db_index=True)
    ended_at = models.DateTimeField(_("ended"), db_index=True)

    class Meta:
        ordering = ["-began_at"]
        verbose_name = _("standstill")
        verbose_name_plural = _("standstills")
        constraints = [
            models.UniqueConstraint(fields=["part", "began_at"], name="one_standstill_a_beginning"),
            models.CheckConstraint(
                condition=models.Q(ended_at__gte=models.F("began_at")), name="standstill_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.began_at:%Y-%m-%d %H:%M}"
