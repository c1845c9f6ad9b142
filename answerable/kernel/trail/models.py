"""Tables of the trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One act. Rows are only ever added; `previous` is unique, so the chain cannot fork."""

    at = models.DateTimeField(_("at"))
    actor_name = models.CharField(_("who"), max_length=200)
    account_id = models.BigIntegerField(null=True)
    act = models.CharField(_("act"), max_length=100)
    thing = models.CharField(_("thing"), max_length=200, db_index=True)
    payload_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("trail entry")
        verbose_name_plural = _("trail entries")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.act} {self.thing}"


class Payload(models.Model):
    """What changed, kept apart so that lawful erasure deletes text and not history."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="payload")
    #: Canonical JSON as text: what was hashed is what is kept, to the byte, on every database.
    content = models.TextField()
