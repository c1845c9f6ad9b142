"""What readers said below an answer. Nothing here says who said it: no address, no account, no name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.Model):
    """Whether an answer helped one reader, and what is still open for them, with personal strings masked."""

    answer = models.ForeignKey("answers.Answer", on_delete=models.PROTECT, related_name="+")
    helped = models.BooleanField(_("helped"))
    open_question = models.TextField(_("still open"), blank=True)
    #: The day is all that the office needs.
    day = models.DateField(_("day"), db_index=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")

    def __str__(self) -> str:
        return f"{self.answer_id}: {'+' if self.helped else '-'}"
