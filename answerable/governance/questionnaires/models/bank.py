"""Questions that the body keeps for another time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BankQuestion(models.Model):
    """A question of the body's own bank; those that ship with the product stand in `shipped`."""

    language = models.CharField(max_length=10)
    record = models.JSONField()
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("question of the bank")
        verbose_name_plural = _("questions of the bank")

    def __str__(self) -> str:
        return str(self.record.get("words", ""))
