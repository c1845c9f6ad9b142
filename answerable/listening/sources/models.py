"""Sources, polls, items and their versions."""

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
    """One address that is read on a rhythm."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30)
    address = models.CharField(_("address"), max_length=2000, blank=True)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="sources", verbose_name=_("publication")
    )
    owner_unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, verbose_name=_("owner unit"))
    language = models.CharField(_("language"), max_length=20, blank=True)
    settings = models.JSONField(default=dict)
    state = models.CharField(max_length=20, default="active")

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """One published text. No author, account or picture has a column here, and none may get one."""

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="items", verbose_name=_("source")
    )
    key = models.CharField(max_length=64)
    title = models.TextField(_("title"), blank=True)
    text = models.TextField(_("text"), blank=True)
    link = models.CharField(_("link"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=20, blank=True)
    published_at = models.DateTimeField(_("published"), null=True)
    first_seen_at = models.DateTimeField(_("first seen"))
    content_hash = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="one_item_a_key")]
        verbose_name = _("item")
        verbose_name_plural = _("items")

    def __str__(self) -> str:
        return self.title or self.key


class ItemVersion(models.Model):
    """What an item said before it was edited."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "version"], name="one_row_a_version")]


class Arrival(models.Model):
    """The outbox towards stories: a new or edited item that nobody has placed yet.

    Written in the transaction that stores the item, deleted in the transaction that places it, so that a
    killed worker loses nothing and doubles nothing. `id` is the order of arrival.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="arrivals")
    version = models.PositiveIntegerField()
    arrived_at = models.DateTimeField()
