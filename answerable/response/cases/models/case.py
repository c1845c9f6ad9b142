"""A case, what it rests on, what was answered, and to whom it went."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Case(models.Model):
    """A concern that is being dealt with: the matter, never its author. `unit` leads, and there is always one."""

    title = models.CharField(_("title"), max_length=200)
    matter = models.TextField(_("matter"))
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("lead unit")
    )
    state = models.CharField(_("state"), max_length=20, default="seen")
    level = models.CharField(_("level"), max_length=20, blank=True)
    #: Sort keys of the board, written with `state` and `level`: what it waits for, and the gravest first.
    rank = models.PositiveSmallIntegerField(default=0)

    #: The five times: seen, registered, acknowledged, answered in public by a named spokesperson, judged by the asker.
    seen_at = models.DateTimeField(_("seen"))
    registered_at = models.DateTimeField(_("registered"), null=True)
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True)
    answered_at = models.DateTimeField(_("answered in public"), null=True)
    judged_at = models.DateTimeField(_("judged by the asker"), null=True)

    #: When the body itself knew of the event behind the concern: the clocks of grave events run from here.
    event_known_at = models.DateTimeField(null=True)
    acknowledged_how = models.TextField(blank=True)
    spokesperson = models.CharField(max_length=200, blank=True)
    spokesperson_post = models.CharField(max_length=200, blank=True)
    helped = models.PositiveIntegerField(default=0)
    not_helped = models.PositiveIntegerField(default=0)

    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    split_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="split_off")
    closed_at = models.DateTimeField(null=True)
    closing_words = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=200)
    #: A post of whoever opened it.
    opened_post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into__isnull=True)),
                name="merged_case_names_the_other",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True) | ~models.Q(spokesperson=""),
                name="answered_case_names_its_spokesperson",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-rank", "seen_at"], name="case_on_the_board"),
            models.Index(fields=["unit", "state"], name="case_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title


class CaseStory(models.Model):
    """A story that a case is about."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="stories")
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "story"], name="story_once_in_a_case")]


class CaseSignal(models.Model):
    """A signal that a case came from; a signal leads to one case only."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="signals")
    signal = models.OneToOneField("signals.Signal", on_delete=models.PROTECT, related_name="+")


class CaseLetter(models.Model):
    """A letter that a case came from."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="letters")
    #: The letter's number: letters themselves point at their case.
    letter = models.BigIntegerField(unique=True)


class Answer(models.Model):
    """A published answer to a case, as it was told when it was published."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers")
    answer = models.BigIntegerField()
    #: An update and a correction are versions of one answer; each is noted.
    version = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    link = models.CharField(max_length=500)
    spokesperson = models.CharField(max_length=200)
    post = models.CharField(max_length=200)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "answer", "kind", "version"], name="answer_once_in_a_case"
            )
        ]


class Handover(models.Model):
    """To whom a case went that is not ours, why, and who there confirmed it. The clocks run until then."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handovers")
    to = models.CharField(max_length=200)
    reason = models.TextField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(max_length=400, blank=True)
