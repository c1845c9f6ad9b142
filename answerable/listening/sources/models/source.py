"""Publications and their sources."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """A paper, site, station or channel of the body; several sources may belong to one."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    region = models.CharField(_("region"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    """One address that is read on a rhythm, or one door through which texts are handed in."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30)
    #: What the source is known by: the web address, the folder, the mailbox. Unique among sources not stopped.
    address = models.CharField(_("address"), max_length=2000, blank=True)
    #: The host that a poll calls, "" when it calls none; at most one poll a host runs at a time.
    host = models.CharField(max_length=255, blank=True, db_index=True)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="sources", verbose_name=_("publication")
    )
    owner_unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("owner unit")
    )
    language = models.CharField(_("language"), max_length=20, blank=True)
    region = models.CharField(_("region"), max_length=100, blank=True)
    #: The kind's own settings, as its `settings_type` names them, but for the address above.
    settings = models.JSONField(default=dict)
    #: Sealed, and apart from `settings`, so that no page, export or trail entry ever shows one.
    secrets = models.JSONField(default=dict)
    #: What the kind remembers between polls (validators, the last mail's number, ...).
    memory = models.JSONField(default=dict)
    fixed_interval = models.PositiveIntegerField(_("fixed interval"), null=True, blank=True)
    retention_days = models.PositiveIntegerField(_("retention"), default=365)

    state = models.CharField(max_length=20, default="active", db_index=True)
    state_since = models.DateTimeField(null=True)
    #: Where a site says it moved to, while that waits for a person.
    moved_to = models.CharField(max_length=2000, blank=True)
    failures_in_row = models.PositiveIntegerField(default=0)
    empties_in_row = models.PositiveIntegerField(default=0)
    last_outcome = models.CharField(max_length=20, blank=True)
    last_reason = models.CharField(max_length=40, blank=True)
    last_details = models.JSONField(default=dict)

    created_at = models.DateTimeField(null=True)
    polled_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    last_item_at = models.DateTimeField(null=True)
    next_poll_at = models.DateTimeField(null=True, db_index=True)
    leased_until = models.DateTimeField(null=True)
    lease = models.CharField(max_length=40, blank=True)
    #: The learnt rhythm, in seconds: how often it is polled, and after how much quiet it counts as silent.
    interval = models.PositiveIntegerField(default=3600)
    silent_after = models.PositiveIntegerField(null=True)
    #: How many times a known text came back under a new key. From rules.identity.UNSTABLE on, its links are its keys.
    rekeyed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(fields=["kind", "address"], name="source_by_address")]

    def __str__(self) -> str:
        return self.name
