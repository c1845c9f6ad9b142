"""Addresses and wishes of people, notices, the parcels they go out in, and every attempt."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Address(models.Model):
    """Where a person wants notices, beside the inbox of the house. The address itself is sealed: it holds keys."""

    class Sort(models.TextChoices):
        """How an address is spoken to."""

        MAIL = "mail", _("e-mail")
        MESSAGE = "message", _("chat group or application")
        WEBHOOK = "webhook", _("signed webhook")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    sort = models.CharField(_("sort"), max_length=10, choices=Sort)
    sealed = models.TextField()
    sealed_secret = models.TextField(blank=True)
    #: Why nothing is sent there any more; empty while it works.
    stopped = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return self.name


class Wish(models.Model):
    """When a person wants notices."""

    person = models.OneToOneField(
        "people.Person", on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    rhythm = models.CharField(_("rhythm"), max_length=10, default="at_once")
    digest_at = models.CharField(_("digest at"), max_length=60, default="08:00,16:00")
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=60, default="Asia/Shanghai")
    #: Kinds of notices that stay in the inbox and are not brought to any address.
    inbox_only = models.JSONField(default=list)


class Parcel(models.Model):
    """One or several notices that go out together under one id, by which a receiver can tell a repeat."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    public_id = models.CharField(max_length=60, unique=True)
    created_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, db_index=True)
    claimed_until = models.DateTimeField(null=True)


class Notice(models.Model):
    """One message to one person."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    #: {"en": [subject, body], "zh": [subject, body]}
    texts = models.JSONField()
    link = models.CharField(max_length=500, blank=True)
    urgent = models.BooleanField(default=False)
    #: The same thing told twice has the same key, and is told once.
    key = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=20, default="queued")
    acknowledged_at = models.DateTimeField(null=True)
    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, null=True, related_name="notices")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="told_once")]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(parcel=None), name="notice_to_pack"),
            models.Index(fields=["person", "-created_at"], name="notice_inbox"),
            # Every page counts what its reader has not acknowledged: 23 ms without it for 17,000 notices of one person.
            models.Index(fields=["person", "state"], name="notice_unread"),
        ]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")


class Delivery(models.Model):
    """One attempt to bring a parcel to an address, and how it ended."""

    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="deliveries")
    address = models.ForeignKey(Address, on_delete=models.SET_NULL, null=True, related_name="deliveries")
    address_name = models.CharField(max_length=100)
    attempt = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    delivered = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)


class Letter(models.Model):
    """A mail of the house itself, such as a link for a new password. Address and text are sealed until it is sent."""

    sealed_to = models.TextField()
    subject = models.CharField(max_length=300)
    sealed = models.TextField()
    created_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    claimed_until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
