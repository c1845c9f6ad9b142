"""A draw with what was fixed before it, its seeds, and who stepped aside."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.governance.inspections.models.rounds import Round


class Draw(models.Model):
    """One lot of a round. It is announced by a hash, drawn once, and never taken off the list."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField(default=1)
    #: "sample": the smallest tickets are drawn; "pairing": units are put together.
    kind = models.CharField(max_length=10)
    #: Lists, inspectors, sources, last pairs and exclusions, with the names people read: see rules.bundle.
    announced = models.JSONField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    committed_at = models.DateTimeField()
    committed_by = models.CharField(max_length=200)
    state = models.CharField(max_length=20, default="committed")
    seed = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    drawn_at = models.DateTimeField(null=True)
    drawn_by = models.CharField(max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=200, blank=True)
    #: Why it was cancelled: a public sentence, without which no second draw is held.
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-committed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="one_number_a_draw"),
            models.UniqueConstraint(
                fields=["round"], condition=~models.Q(state="cancelled"), name="one_draw_that_counts_a_round"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="cancelled") | ~models.Q(reason=""),
                name="a_cancelled_draw_says_why",
            ),
        ]
        verbose_name = _("draw")
        verbose_name_plural = _("draws")

    def __str__(self) -> str:
        return f"round:{self.round_id}/{self.number}"


class Seed(models.Model):
    """One part of a seed. An officer's is fixed by its hash before anybody's is told."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="seeds")
    order = models.PositiveSmallIntegerField()
    #: "ritual", "officer-1", "officer-2", or "beacon:<name>:<round>".
    source = models.CharField(max_length=80)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    committed = models.CharField(max_length=64, blank=True)
    committed_at = models.DateTimeField(null=True)
    value = models.CharField(max_length=400, blank=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["draw", "source"], name="one_part_a_source")]
        verbose_name = _("part of a seed")
        verbose_name_plural = _("parts of a seed")

    def __str__(self) -> str:
        return f"{self.draw_id} {self.source}"


class Recusal(models.Model):
    """An inspector who stepped aside after the draw; the next in the order of the tickets stepped in."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="recusals")
    inspector = models.CharField(max_length=80)
    target = models.CharField(max_length=80, blank=True)
    reason = models.TextField(_("reason"))
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "inspector", "target"], name="steps_aside_once")
        ]
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")

    def __str__(self) -> str:
        return f"{self.draw_id} {self.inspector} {self.target}"
