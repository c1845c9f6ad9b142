"""What is handed in for a run: evidence with its versions, the paper that is filed, and why it came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.duties.models.occurrence import Occurrence


class Evidence(models.Model):
    """A file or a link that shows that a duty was done. A new version follows an old one; none is overwritten."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=60)
    title = models.CharField(_("title"), max_length=300)
    link = models.URLField(_("link"), max_length=1000, blank=True)
    #: Where the bytes lie below the folder of files, named by us; the name under which it came is only shown.
    stored = models.CharField(max_length=200, blank=True)
    name = models.CharField(_("file"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    effective_on = models.DateField(_("date of the document"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    received_at = models.DateTimeField(_("handed in"))
    collected_by = models.CharField(max_length=200)
    number = models.PositiveIntegerField(_("version"), default=1)
    follows = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    state = models.CharField(max_length=20, default="draft")
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        ordering = ["kind", "received_at", "pk"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return self.title


class Filing(models.Model):
    """The paper of a run: written in the page, addressed, signed, and for papers upward the receipt."""

    occurrence = models.OneToOneField(Occurrence, on_delete=models.PROTECT, related_name="filing")
    title = models.CharField(_("title"), max_length=300)
    body = models.TextField(_("text"), blank=True)
    addressee = models.CharField(_("to"), max_length=200, blank=True)
    #: Which write this is: two people who edit at once are told, and neither text is lost.
    edition = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField()
    edited_by = models.CharField(max_length=200, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True)
    #: SHA-256 of title, addressee and text as signed: an edit afterwards takes the signature away.
    signed_hash = models.CharField(max_length=64, blank=True)
    number = models.CharField(_("document number"), max_length=80, blank=True)
    sent_on = models.DateField(_("sent"), null=True, blank=True)
    receipt = models.CharField(_("receipt"), max_length=200, blank=True)
    receipt_on = models.DateField(_("received by them"), null=True, blank=True)

    class Meta:
        verbose_name = _("filing")
        verbose_name_plural = _("filings")

    def __str__(self) -> str:
        return self.title


class Returned(models.Model):
    """That a filing came back, with what has to be put right."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="returns")
    comment = models.TextField(_("comment"))
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    filed_at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("return")
        verbose_name_plural = _("returns")

    def __str__(self) -> str:
        return f"{self.occurrence_id} {self.at:%Y-%m-%d}"
