"""What was learnt after a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.models.case import Case


class AfterActionReview(models.Model):
    """The look back at a closed case. A case opened and closed again gets another one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    state = models.CharField(max_length=20, default="due")
    due_since = models.DateTimeField()
    #: The course of the case as it was when the review was held.
    timeline = models.JSONField(default=list)
    helped = models.TextField(_("what helped"), blank=True)
    hindered = models.TextField(_("what did not"), blank=True)
    plan_change = models.TextField(_("what should change in the plan"), blank=True)
    held_by = models.CharField(max_length=400, blank=True)
    held_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("after-action review")
        verbose_name_plural = _("after-action reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~models.Q(state="closed"), name="one_open_review_a_case"
            )
        ]


class ReviewAction(models.Model):
    """Something to be done because of a review: by which post, until when."""

    review = models.ForeignKey(AfterActionReview, on_delete=models.CASCADE, related_name="actions")
    words = models.TextField(_("what is to be done"))
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    #: The post that owns it: whoever holds the post answers for it.
    post = models.ForeignKey(
        "people.Post", on_delete=models.PROTECT, related_name="+", verbose_name=_("owner")
    )
    due_at = models.DateTimeField(_("due"))
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    result = models.TextField(_("what came of it"), blank=True)
