"""What an assessment is made of, and what two people think of its level."""

from django.db import models
from django.db.models import Q

from answerable.response.foresight.models.release import Release


class Audience(models.Model):
    """Whom a release concerns, and what changes for them."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="audiences")
    name = models.CharField(max_length=200)
    change = models.TextField()

    class Meta:
        ordering = ["pk"]


class RiskPoint(models.Model):
    """What could go wrong or be misread, and what is done about it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="risks")
    text = models.TextField()
    likelihood = models.PositiveSmallIntegerField()
    effect = models.PositiveSmallIntegerField()
    measure = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__in=(1, 2, 3)) & Q(effect__in=(1, 2, 3)), name="risk_marks_of_three"
            )
        ]


class Gap(models.Model):
    """What is not known yet, who finds it out, until when; closed with what was found."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="gaps")
    text = models.TextField()
    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, related_name="+")
    #: The post's title as it was when it was chosen.
    post_title = models.CharField(max_length=200)
    until = models.DateField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    finding = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]


class PreparedAnswer(models.Model):
    """A likely question with its answer, or a holding line."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="prepared")
    kind = models.CharField(max_length=10)
    question = models.TextField()
    text = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    #: What was asked after an earlier release and had not been foreseen then.
    learnt_from = models.ForeignKey("foresight.Asked", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]


class SimilarStory(models.Model):
    """A past story that a person found alike, and why."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="similar")
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, related_name="+")
    #: The headline as it was when it was linked: a story's own may change, what was assessed may not.
    title = models.TextField()
    why = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["release", "story"], name="similar_story_once")]


class Opinion(models.Model):
    """What one assessor thinks of the level of a text; of another text it says nothing."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="opinions")
    body_hash = models.CharField(max_length=64)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=10)
    reasons = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "body_hash", "person"], name="one_view_a_person_a_text"
            ),
            models.UniqueConstraint(fields=["release", "body_hash", "place"], name="one_view_a_place_a_text"),
            models.CheckConstraint(condition=Q(place__in=(1, 2)), name="two_places_for_views"),
        ]
