"""Stories, where each item lies and why, what was regrouped, and the stream behind them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Story(models.Model):
    """Items about one matter. Its figures are counted again from its placements whenever these change."""

    #: What the stream calls it; empty for a story that a person split off until the stream has been told.
    number = models.BigIntegerField(null=True, unique=True)
    title = models.TextField(_("headline"), blank=True)
    headline = models.ForeignKey("sources.Item", on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=20, blank=True)
    #: Lines of values, each with a line end before and after, so that one can be looked for in them.
    languages = models.TextField(blank=True)
    regions = models.TextField(blank=True)
    opened_at = models.DateTimeField(_("opened"))
    #: When its first and newest items were published, and when the newest reached us.
    first_at = models.DateTimeField(_("first item"))
    last_at = models.DateTimeField(_("newest item"))
    arrived_at = models.DateTimeField()
    items = models.PositiveIntegerField(_("items"), default=0)
    folds = models.PositiveIntegerField(_("copies"), default=0)
    publications = models.PositiveIntegerField(_("publications"), default=0)
    #: Distinct publications of its last 24 hours, and how it moves; see rules.trends.
    recent = models.PositiveIntegerField(default=0)
    trend = models.CharField(max_length=12, blank=True)
    closed_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="absorbed")

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["-last_at", "-id"], name="story_by_last_item"),
            models.Index(fields=["-arrived_at"], name="story_by_arrival"),
            models.Index(fields=["-opened_at"], name="story_by_opening"),
            models.Index(fields=["-publications", "-last_at"], name="story_by_spread"),
            models.Index(fields=["trend", "-recent"], name="story_by_trend"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.pk)


class Placement(models.Model):
    """Where one item lies, what it repeats and why: one row an item, for as long as the item is kept."""

    item = models.OneToOneField(
        "sources.Item", on_delete=models.PROTECT, primary_key=True, related_name="placement"
    )
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="placements")
    fold_of = models.ForeignKey("sources.Item", on_delete=models.PROTECT, null=True, related_name="copies")
    #: "fold", "join", "new" or "pinned", with the figures that a person can check; see storystream.items.Why.
    kind = models.CharField(max_length=10)
    why = models.JSONField(default=dict)
    score = models.FloatField(default=0)
    #: The item that it was nearest to: a story whose first item was nearest to another story may belong to that.
    neighbour = models.BigIntegerField(null=True, db_index=True)
    #: The step of the stream that placed it.
    seq = models.BigIntegerField(db_index=True)
    #: The version of the item's text that the stream last read.
    version = models.PositiveIntegerField(default=1)
    publication = models.ForeignKey("sources.Publication", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=20, blank=True)
    region = models.CharField(max_length=100, blank=True)
    #: When it was published, never later than it reached us; and when it reached us.
    at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    #: The hour in which it counts for charts and signals; see rules.hours.
    hour = models.DateTimeField(db_index=True)
    catch_up = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        indexes = [
            models.Index(fields=["story", "at"], name="placement_by_story"),
            models.Index(fields=["publication", "story"], name="placement_by_publication"),
        ]


class Regrouping(models.Model):
    """Items that changed their story after the fact. A person's word is kept from then on."""

    kind = models.CharField(max_length=10)
    before = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="left")
    after = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="joined")
    moved = models.JSONField(default=list)
    evidence = models.TextField(blank=True)
    by_person = models.BooleanField(default=False)
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    #: When the stream was told; what the hourly pass did, it knew first.
    told_at = models.DateTimeField(null=True)
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        verbose_name = _("regrouping")
        verbose_name_plural = _("regroupings")
        indexes = [
            models.Index(fields=["id"], condition=models.Q(told_at=None), name="regrouping_untold"),
        ]


class StreamState(models.Model):
    """The one stream: how far it is, who may write, and a state to start from."""

    seq = models.BigIntegerField(default=0)
    lease = models.CharField(max_length=40, blank=True)
    leased_until = models.DateTimeField(null=True)
    snapshot = models.BinaryField(default=b"")
    snapshot_seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    snapshot_at = models.DateTimeField(null=True)
    #: The hour up to which the hourly pass has been made.
    tended_at = models.DateTimeField(null=True)


class StreamStep(models.Model):
    """One thing that the stream was given since its snapshot, word for word: giving it again gives the same."""

    seq = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10)
    given = models.JSONField(default=dict)
    items = models.PositiveIntegerField(default=0)


class Look(models.Model):
    """When an account last looked at the board: for "new since your last look", seen by that account alone."""

    account = models.OneToOneField(
        "people.Account", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    before_at = models.DateTimeField()
    looked_at = models.DateTimeField()
