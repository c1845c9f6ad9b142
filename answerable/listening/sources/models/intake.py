"""What people and other systems hand in: imports, look-ups of a site's feeds, calls to our webhook."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.listening.sources.models.source import Source


class FileImport(models.Model):
    """One file that a person handed in: first read into a preview, then taken or dropped."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    state = models.CharField(max_length=20, default="waiting")
    handed_in_at = models.DateTimeField()
    handed_in_by = models.BigIntegerField(null=True)
    rows = models.PositiveIntegerField(default=0)
    #: The first rows as they would be stored, and every refused row with its reason.
    preview = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")


class Lookup(models.Model):
    """The search for a site's feeds behind addresses that a person gave."""

    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField(null=True)
    state = models.CharField(max_length=20, default="waiting")
    #: One dict an address: address, state, candidates, refusal.
    answers = models.JSONField(default=list)


class ReceivedCall(models.Model):
    """A webhook call that was taken, by the id its sender gave it, so that a repeat changes nothing."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="received_calls")
    call_id = models.CharField(max_length=200)
    received_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "call_id"], name="one_taking_a_call")]
