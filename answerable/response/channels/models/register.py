"""The register: channels, what was asked for them, and who took a channel over from whom."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Channel(models.Model):
    """A place of publication that belongs to the body.

    Owner and holder are units by foreign key and the keeper is a post: there is no column in which a private
    account, a person or a password could stand.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20)
    platform = models.CharField(_("platform"), max_length=40)
    address = models.CharField(_("address"), max_length=300)
    language = models.CharField(_("language"), max_length=10, default="zh")
    purpose = models.TextField(_("purpose"))
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    #: In whose name the platform holds it: the body or one of its units, never a person.
    holder = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    keeper_post = models.ForeignKey("people.Post", on_delete=models.PROTECT, related_name="+")
    #: Who last took the credentials over, known from the hand-over that they closed.
    keeper = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    filing_no = models.CharField(_("filing number"), max_length=80, blank=True)
    filed_on = models.DateField(null=True)
    verified_until = models.DateField(_("verified until"), null=True, blank=True)
    #: The last day of verification that somebody was told about.
    verification_told = models.DateField(null=True)
    interaction = models.BooleanField(_("people can write to it"), default=False)

    delivery = models.CharField(max_length=20, default="copy")
    hook_url = models.CharField(max_length=300, blank=True)
    #: Sealed with the installation's own key.
    hook_secret = models.TextField(blank=True)

    state = models.CharField(max_length=20, default="applied", db_index=True)
    since = models.DateTimeField()
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "address"],
                condition=~Q(state__in=("closed", "dropped")),
                name="one_register_entry_a_channel",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("applied", "approved", "dropped"))
                | (~Q(filing_no="") & Q(filed_on__isnull=False)),
                name="a_channel_in_use_is_filed",
            ),
            models.CheckConstraint(
                condition=~Q(delivery="webhook") | (~Q(hook_url="") & ~Q(hook_secret="")),
                name="a_webhook_has_address_and_secret",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("dormant", "closed")) | ~Q(reason=""),
                name="sleep_and_closing_have_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ChannelChange(models.Model):
    """An application to open, change or close a channel, as it goes through its gate and is filed."""

    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=20)
    #: What the register shall say, field by field.
    proposal = models.JSONField(default=dict)
    reason = models.TextField()
    state = models.CharField(max_length=20, default="asked", db_index=True)
    content_hash = models.CharField(max_length=64)
    review = models.ForeignKey("review.Review", on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    filing_no = models.CharField(max_length=80, blank=True)
    filed_at = models.DateTimeField(null=True)
    filed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["channel"],
                condition=Q(state__in=("asked", "agreed")),
                name="one_application_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="filed")
                | (~Q(filing_no="") & Q(filed_at__isnull=False, review__isnull=False)),
                name="a_filed_change_passed_its_gate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.channel_id}"


class HandOver(models.Model):
    """A channel passes to another keeper: what was done, ticked by the one who takes it. No password is asked for."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="hand_overs")
    giver = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    giver_name = models.CharField(max_length=200, blank=True)
    taker = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    taker_name = models.CharField(max_length=200)
    state = models.CharField(max_length=20, default="open")
    ticked = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["channel"], condition=Q(state="open"), name="one_open_hand_over_a_channel"
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_at__isnull=False), name="a_done_hand_over_has_its_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel_id}: {self.taker_name}"
