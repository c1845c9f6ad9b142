"""Tables of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanVersion(models.Model):
    """One version of the plan: its text as people wrote it, where it is, who approved exactly which text."""

    number = models.CharField(_("version"), max_length=40)
    #: By language, as the plan itself has it.
    titles = models.JSONField(_("title"), default=dict)
    state = models.CharField(max_length=20, default="draft")
    #: The whole plan file. Nothing else of the plan is kept: clauses and duties are read from it.
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    #: The figures of the packs as they stood when it was approved: an upgrade of the house moves no deadline.
    figures = models.JSONField(null=True)
    source_name = models.CharField(max_length=200, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    #: The sentences of the written document as last read: [[ref, text], ...].
    sentences = models.JSONField(default=list)
    effective = models.DateField(_("in force from"), null=True)
    begun_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, null=True, related_name="+")
    #: Everybody who changed the text since it was begun; none of them may approve it.
    writers = models.JSONField(default=list)
    approver = models.ForeignKey("people.Account", on_delete=models.PROTECT, null=True, related_name="+")
    approved_sha256 = models.CharField(max_length=64, blank=True)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    in_force_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=models.Q(state="in_force"), name="one_plan_in_force"
            )
        ]
        verbose_name = _("version of the plan")
        verbose_name_plural = _("versions of the plan")

    def __str__(self) -> str:
        return f"{self.titles.get('en') or self.titles.get('zh') or self.pk} {self.number}"


class Bound(models.Model):
    """Which post of the house stands for a post that the plan names, in a unit."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="bound")
    code = models.CharField(max_length=40)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "code", "unit"], name="one_post_for_a_plan_post")
        ]
        verbose_name = _("post bound to the plan")
        verbose_name_plural = _("posts bound to the plan")

    def __str__(self) -> str:
        return f"{self.code} / {self.unit_id}"


class Proposal(models.Model):
    """Somebody's wish that the plan be changed, with the new words where there are any."""

    text = models.TextField(_("what should change"))
    case = models.BigIntegerField(null=True)
    clause = models.CharField(max_length=40, blank=True)
    wording = models.TextField(blank=True)
    state = models.CharField(max_length=20, default="open")
    answer = models.TextField(blank=True)
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("proposal for the plan")
        verbose_name_plural = _("proposals for the plan")

    def __str__(self) -> str:
        return self.text[:80]
