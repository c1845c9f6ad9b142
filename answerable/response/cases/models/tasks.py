"""What other units are asked to do for a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.models.case import Case


class Task(models.Model):
    """Something that one unit does for a case by a day, with a clock of its own."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    words = models.TextField(_("what is to be done"))
    due_at = models.DateTimeField(_("due"))
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    result = models.TextField(_("what came of it"), blank=True)
    #: Not needed any more: why. The row stays.
    dropped = models.TextField(blank=True)

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        indexes = [models.Index(fields=["unit", "done_at"], name="task_of_unit")]
