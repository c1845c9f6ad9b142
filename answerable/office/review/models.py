"""Gates as a plan wrote them, reviews of texts, their steps, the texts that were read and who read them."""

from django.db import models
from django.db.models import F, Q


class Gate(models.Model):
    """A gate that a plan in force defines."""

    key = models.CharField(max_length=60, unique=True)
    names = models.JSONField(default=dict)
    #: [{key, names, kind, checks}], as rules.GateStep.
    steps = models.JSONField(default=list)
    proofs = models.PositiveSmallIntegerField(default=0)
    distinct = models.BooleanField(default=True)
    adopted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class Review(models.Model):
    """One text on its way through a gate."""

    gate = models.CharField(max_length=60)
    gate_names = models.JSONField(default=dict)
    subject = models.CharField(max_length=60, db_index=True)
    title = models.CharField(max_length=300)
    link = models.CharField(max_length=300)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    drafter = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    drafter_name = models.CharField(max_length=200)
    #: Everybody who had a hand in the text: none of them reviews it.
    authors = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64)
    round = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=20, default="open", db_index=True)
    opened_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=Q(state="open"), name="one_open_review_a_subject"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Wording(models.Model):
    """The exact text that was put before the readers in one round, and who changed it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="wordings")
    round = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    by_name = models.CharField(max_length=200)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "round"], name="one_wording_a_round"),
        ]

    def __str__(self) -> str:
        return self.content_hash


class Step(models.Model):
    """One reading of one round: who may take it, and who did, with what they ticked and said."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="steps")
    round = models.PositiveIntegerField()
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    names = models.JSONField(default=dict)
    kind = models.CharField(max_length=200, blank=True)
    checks = models.JSONField(default=list)
    distinct = models.BooleanField(default=True)
    #: Beside the step so that the database itself refuses an author's own reading.
    drafter = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    lent_to = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    lent_to_name = models.CharField(max_length=200, blank=True)
    lent_by_name = models.CharField(max_length=200, blank=True)
    lent_reason = models.CharField(max_length=500, blank=True)

    state = models.CharField(max_length=20, default="waiting")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    person_name = models.CharField(max_length=200, blank=True)
    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")
    post_title = models.CharField(max_length=200, blank=True)
    #: The main holder of the post, who is away.
    instead_of = models.CharField(max_length=200, blank=True)
    seen_hash = models.CharField(max_length=64, blank=True)
    read_at = models.DateTimeField(null=True)
    ticked = models.JSONField(default=list)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("round", "order")
        constraints = [
            models.UniqueConstraint(fields=["review", "round", "order"], name="one_step_a_place"),
            models.UniqueConstraint(
                fields=["review", "round", "person"],
                condition=Q(distinct=True, state="passed"),
                name="no_person_passes_two_steps",
            ),
            models.CheckConstraint(
                condition=Q(person=None) | ~Q(person=F("drafter")), name="no_author_reviews"
            ),
            models.CheckConstraint(
                condition=~Q(state="passed")
                | (Q(person__isnull=False, at__isnull=False, read_at__isnull=False) & ~Q(seen_hash="")),
                name="a_pass_names_who_read_what_when",
            ),
            models.CheckConstraint(
                condition=Q(lent_to=None) | ~Q(lent_reason=""), name="a_lent_step_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.round}/{self.key}"


class Reading(models.Model):
    """A person had this text of a review before them."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    round = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "person", "round"], name="one_reading_a_round"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.content_hash}"
