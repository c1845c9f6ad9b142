"""The three tables that must tell nothing: random keys, no foreign key, no time, no order of arrival.

On SQLite they are made WITHOUT ROWID (see migrations), so that rows lie in the order of their random keys.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Slip(models.Model):
    """A slip that was not used yet: the keyed hash of its code. Using it deletes the row."""

    code_hash = models.CharField(max_length=64, primary_key=True)
    questionnaire = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("slip")
        verbose_name_plural = _("slips")

    def __str__(self) -> str:
        return "slip"


class SealedSheet(models.Model):
    """Somebody's answers, sealed as they came; opened and destroyed when the questionnaire closes."""

    key = models.CharField(max_length=32, primary_key=True)
    questionnaire = models.BigIntegerField(db_index=True)
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("sealed answer sheet")
        verbose_name_plural = _("sealed answer sheets")

    def __str__(self) -> str:
        return "sheet"


class Remark(models.Model):
    """What somebody wrote to one question, apart from everything else they said."""

    key = models.CharField(max_length=32, primary_key=True)
    questionnaire = models.BigIntegerField(db_index=True)
    question = models.PositiveSmallIntegerField()
    words = models.TextField()

    class Meta:
        ordering = ["question", "key"]
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")

    def __str__(self) -> str:
        return self.words[:40]
