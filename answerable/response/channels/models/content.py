"""What is written for channels: pieces, where they went, what explains a policy, links looked at, listed names."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from answerable.kernel.search.index import TextIndex

#: Title and words of each piece that was ever out, by its id.
PIECES = TextIndex("channels_pieces")


class Piece(models.Model):
    """A text for one or several channels."""

    kind = models.CharField(_("kind"), max_length=20)
    language = models.CharField(_("language"), max_length=10)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default="draft", db_index=True)

    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    #: Law, document or source that it rests on.
    basis = models.CharField(max_length=300, blank=True)
    channels = models.ManyToManyField("channels.Channel", related_name="+")
    #: Of a policy: whether and how it is disclosed, and why not.
    disclosure = models.CharField(max_length=20, blank=True)
    disclosure_reason = models.CharField(max_length=300, blank=True)
    planned_for = models.DateField(null=True, db_index=True)
    review_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    #: The published piece that this one puts right, and why.
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    reason = models.TextField(blank=True)

    #: Everybody who wrote in it: none of them reviews it.
    editors = models.JSONField(default=list)
    edit = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField()
    edited_by_name = models.CharField(max_length=200, blank=True)
    #: {key of a finding: why it stays}.
    explained = models.JSONField(default=dict)
    created_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(db_index=True)

    review = models.ForeignKey("review.Review", on_delete=models.PROTECT, null=True, related_name="+")
    passed_hash = models.CharField(max_length=64, blank=True)
    published_hash = models.CharField(max_length=64, blank=True)
    scheduled_for = models.DateTimeField(null=True, db_index=True)
    scheduled_by_name = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, db_index=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=("published", "review_due", "corrected", "withdrawn"))
                | (
                    Q(review__isnull=False, published_at__isnull=False, passed_hash=F("published_hash"))
                    & ~Q(published_hash="")
                ),
                name="no_piece_is_out_without_its_gate",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled")
                | (Q(scheduled_for__isnull=False, review__isnull=False) & ~Q(passed_hash="")),
                name="no_piece_is_scheduled_without_its_gate",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(reason=""), name="a_withdrawn_piece_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | ~Q(reason=""), name="a_correcting_piece_has_its_reason"
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=~Q(state__in=("dropped", "withdrawn")),
                name="one_correction_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"piece {self.pk}"


class Publication(models.Model):
    """The log: this piece, exactly as it was read, on this channel; who read it, who let it out, where it stands."""

    #: The id by which whoever receives it can tell a repeat.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    piece = models.ForeignKey(Piece, on_delete=models.PROTECT, related_name="publications")
    channel = models.ForeignKey("channels.Channel", on_delete=models.PROTECT, related_name="publications")
    state = models.CharField(max_length=20, default="waiting", db_index=True)
    title = models.CharField(max_length=200)
    content_hash = models.CharField(max_length=64)
    #: [{step, names, name, post, at}] of the gate, as they stand on the passage.
    readers = models.JSONField(default=list)
    released_by_name = models.CharField(max_length=200)
    released_at = models.DateTimeField()
    out_at = models.DateTimeField(null=True, db_index=True)
    address = models.CharField(max_length=500, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, db_index=True)
    fault = models.CharField(max_length=300, blank=True)
    #: What the channel was last told: "" nothing yet, "published", "corrected" or "withdrawn".
    told = models.CharField(max_length=20, blank=True)
    #: What it has to be told; the same until somebody corrects or withdraws.
    tell = models.CharField(max_length=20, default="published")
    taken_down_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.UniqueConstraint(fields=["piece", "channel"], name="one_publication_a_channel"),
            models.CheckConstraint(
                condition=~Q(state="out") | Q(out_at__isnull=False), name="what_is_out_has_its_time"
            ),
            models.CheckConstraint(
                condition=~Q(readers=[]) & ~Q(content_hash=""), name="a_publication_names_its_readers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.piece_id} on {self.channel_id}"


class Interpretation(models.Model):
    """How a policy will be explained: planned before the policy is taken into review."""

    policy = models.OneToOneField(Piece, on_delete=models.CASCADE, related_name="interpretation")
    form = models.CharField(max_length=20)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    points = models.TextField()
    due_on = models.DateField()
    material = models.OneToOneField(
        Piece, on_delete=models.SET_NULL, null=True, related_name="explains_policy"
    )
    state = models.CharField(max_length=20, default="planned")
    #: Whether each public page was seen to link to the other.
    policy_links = models.BooleanField(null=True)
    material_links = models.BooleanField(null=True)
    links_seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("interpretation")
        verbose_name_plural = _("interpretations")
        constraints = [
            models.CheckConstraint(
                condition=Q(material=None) | ~Q(material=F("policy")), name="no_policy_explains_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.policy_id}"


class LinkLook(models.Model):
    """One address of a piece as it was found when last looked at."""

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="links")
    address = models.CharField(max_length=500)
    alive = models.BooleanField(null=True)
    fault = models.CharField(max_length=200, blank=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["piece", "address"], name="one_look_a_link")]

    def __str__(self) -> str:
        return self.address


class ListedName(models.Model):
    """A name or title of the body's own list: how it is written right, and how it is often written wrong."""

    name = models.CharField(_("right name"), max_length=120, unique=True)
    title = models.CharField(_("title that belongs to it"), max_length=120, blank=True)
    wrong = models.JSONField(default=list)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
