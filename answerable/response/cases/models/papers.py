"""Reports upward, and the list that numbers them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.models.case import Case


class PaperList(models.Model):
    """The last number given in a year: numbers are given when a report is sent, so none is missing."""

    year = models.PositiveIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)


class Paper(models.Model):
    """One report upward. Once sent it does not change: its hash says what it was."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default="draft")
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"))
    #: The body or the person in office above us who is told.
    to = models.CharField(_("to"), max_length=200)
    to_email = models.EmailField(_("e-mail"), blank=True)
    version = models.PositiveIntegerField(default=1)
    drafted_by = models.CharField(max_length=200)
    drafted_at = models.DateTimeField()
    #: For what was said by word of mouth: who told it, and when.
    told_by = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)

    signed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    signed_by_name = models.CharField(max_length=200, blank=True)
    signed_post = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True)
    year = models.PositiveIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_how = models.CharField(max_length=300, blank=True)
    hash = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=400, blank=True)
    receipted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("report upward")
        verbose_name_plural = _("reports upward")
        constraints = [
            models.UniqueConstraint(
                fields=["year", "number"], condition=Q(number__isnull=False), name="paper_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "signed"), hash="")
                | (Q(state__in=("sent", "receipted"), number__isnull=False) & ~Q(hash="")),
                name="sent_paper_is_numbered_and_hashed",
            ),
        ]
