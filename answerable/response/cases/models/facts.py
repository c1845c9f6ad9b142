"""Claims, what we found of them, and what the finding rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from answerable.response.cases.models.case import Case


class Fact(models.Model):
    """A claim that goes round, in words of our own, with the finding that holds now."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="facts")
    claim = models.TextField(_("claim"))
    finding = models.CharField(_("finding"), max_length=20, default="unknown")
    words = models.TextField(_("what we found"))
    #: For what is not known yet: the day by which we will know.
    known_by = models.DateTimeField(null=True)
    checked_by = models.CharField(max_length=200)
    checked_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self) -> str:
        return self.claim


class Evidence(models.Model):
    """What a finding rests on: a page, a document by its name and number, or a story."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20)
    words = models.CharField(max_length=300)
    link = models.CharField(max_length=500, blank=True)
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, null=True, related_name="+")


class Verdict(models.Model):
    """An earlier finding on a fact, as it stood before it was changed."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="earlier")
    version = models.PositiveIntegerField()
    finding = models.CharField(max_length=20)
    words = models.TextField()
    checked_by = models.CharField(max_length=200)
    checked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fact", "version"], name="verdict_version_once")]
