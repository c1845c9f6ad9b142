"""Answers, their versions, what they belong to, and the body's own list of guarded words."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from answerable.kernel.search.index import TextIndex

#: Title, question and words of the text in force, by answer id.
TEXTS = TextIndex("answers_texts")


class Answer(models.Model):
    """What the body says in one matter and one language, at one permanent address."""

    kind = models.CharField(_("kind"), max_length=20)
    language = models.CharField(_("language"), max_length=10)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default="draft", db_index=True)
    slug = models.CharField(max_length=90, unique=True, null=True)
    #: The answer in another language that this one translates; each passes its own gate.
    translation_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="translations"
    )
    #: When the body first saw the concern: the earliest of its cases.
    concern_seen_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, db_index=True)
    updated_at = models.DateTimeField(null=True, db_index=True)
    #: Why it was withdrawn, in public words.
    reason = models.TextField(blank=True)
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                condition=~Q(state="dropped"),
                name="one_translation_a_language",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "dropped"), slug=None, published_at=None)
                | Q(
                    state__in=("published", "corrected", "withdrawn"),
                    slug__isnull=False,
                    published_at__isnull=False,
                ),
                name="a_public_answer_has_its_address",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(reason=""), name="a_withdrawal_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.slug or f"answer {self.pk}"


class Version(models.Model):
    """One text of an answer: being worked on, published (for good), or dropped."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    change = models.CharField(max_length=20, default="first")
    state = models.CharField(max_length=20, default="work")
    note = models.TextField(blank=True)

    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.TextField(blank=True)
    question = models.TextField(blank=True)
    body = models.TextField(blank=True)
    #: [{text, basis, link}], as rules.wording.Known.
    known = models.JSONField(default=list)
    unknown = models.TextField(blank=True)
    more_at = models.CharField(max_length=200, blank=True)
    todo = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    time = models.CharField(max_length=200, blank=True)
    questions = models.TextField(blank=True)
    topics = models.JSONField(default=list)

    spokesperson_post = models.ForeignKey(
        "people.Post", on_delete=models.PROTECT, null=True, related_name="+"
    )
    spokesperson = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    spokesperson_name = models.CharField(max_length=200, blank=True)
    spokesperson_title = models.CharField(max_length=200, blank=True)

    #: Everybody who wrote in it: none of them reviews it.
    editors = models.JSONField(default=list)
    edit = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField()
    edited_by_name = models.CharField(max_length=200, blank=True)
    #: {key of a finding: why it stays}.
    explained = models.JSONField(default=dict)

    #: The review that let it out, and the hash of the text that was read there.
    review = models.ForeignKey("review.Review", on_delete=models.PROTECT, null=True, related_name="+")
    passed_hash = models.CharField(max_length=64, blank=True)
    published_hash = models.CharField(max_length=64, blank=True)
    html = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    published_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["answer", "number"], name="one_version_a_number"),
            models.UniqueConstraint(
                fields=["answer"], condition=Q(state="work"), name="one_text_in_work_an_answer"
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | (
                    Q(review__isnull=False, published_at__isnull=False, spokesperson__isnull=False)
                    & Q(passed_hash=F("published_hash"))
                    & ~Q(published_hash="")
                    & ~Q(spokesperson_name="")
                ),
                name="nothing_is_published_without_its_gate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}.{self.number}"


class AnswerCase(models.Model):
    """A case that an answer answers."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="case_links")
    case = models.PositiveBigIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "case"], name="one_link_a_case")]

    def __str__(self) -> str:
        return f"{self.answer_id}-{self.case}"


class AnswerTopic(models.Model):
    """A topic under which a published answer is found."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="topic_links")
    name = models.CharField(max_length=60, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "name"], name="one_link_a_topic")]

    def __str__(self) -> str:
        return self.name


class GuardedWord(models.Model):
    """A word that must not go out unnoticed: the body's own list beside the built-in marks of secrecy."""

    word = models.CharField(_("word"), max_length=60, unique=True)
    why = models.CharField(_("why"), max_length=200, blank=True)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word
