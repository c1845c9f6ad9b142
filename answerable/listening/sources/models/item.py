"""Items, what they said before, and the outbox towards stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Item(models.Model):
    """One published text. No author, account or picture has a column here, and none may get one."""

    source = models.ForeignKey(
        "sources.Source", on_delete=models.PROTECT, related_name="items", verbose_name=_("source")
    )
    key = models.CharField(max_length=64)
    title = models.TextField(_("title"), blank=True)
    text = models.TextField(_("text"), blank=True)
    #: The article behind a feed that only brings summaries; "" while there is none.
    full_text = models.TextField(_("full text"), blank=True)
    wants_full_text = models.BooleanField(default=False)
    link = models.CharField(_("link"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=20, blank=True)
    published_at = models.DateTimeField(_("published"), null=True)
    first_seen_at = models.DateTimeField(_("first seen"))
    edited_at = models.DateTimeField(_("edited"), null=True)
    content_hash = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    #: Came with a first poll, an import, a flood or after a gap: no sign that something grows just now.
    catch_up = models.BooleanField(default=False)
    #: Set when retention took the texts; title, link and times stay, so that a story keeps its shape.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="one_item_a_key")]
        indexes = [
            models.Index(fields=["-first_seen_at", "-id"], name="item_by_first_seen"),
            models.Index(fields=["source", "-first_seen_at"], name="item_of_source_by_time"),
            models.Index(
                fields=["source"], condition=models.Q(wants_full_text=True), name="item_waiting_for_full_text"
            ),
            models.Index(fields=["source", "content_hash"], name="item_of_source_by_content"),
        ]
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
    #: "new", "edit", or "full_text" (the same version, with the article behind the summary).
    reason = models.CharField(max_length=10, default="new")
    arrived_at = models.DateTimeField()
