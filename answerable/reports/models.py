"""Tables of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OwnTemplate(models.Model):
    """A Word file of the body's own that papers are set with: its name, and which papers it serves."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    #: Kinds of papers, by their keys; none: every kind.
    kinds = models.JSONField(default=list)
    #: Papers of which language; "": of either.
    language = models.CharField(_("language"), max_length=10, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OwnTemplateVersion(models.Model):
    """The bytes of a template as they were handed in once, by their hash; papers hold on to the very version."""

    template = models.ForeignKey(OwnTemplate, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, default="waiting")
    file_name = models.CharField(max_length=200)
    stored = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    places = models.JSONField(default=list)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=200)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="template_number_once"),
            models.UniqueConstraint(
                fields=["template"], condition=models.Q(state="in_use"), name="one_template_version_in_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.number}"


class Paper(models.Model):
    """One paper: of a kind, for a period, in a language; how it stands and who signed what."""

    kind = models.CharField(_("kind"), max_length=40)
    language = models.CharField(_("language"), max_length=10)
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    subject = models.CharField(max_length=80, blank=True)
    period_begin = models.DateField(_("period from"))
    period_end = models.DateField(_("period until"))
    title = models.CharField(_("title"), max_length=300)
    #: By which a paper that makes itself is made once; a person's own have none.
    key = models.CharField(max_length=200, null=True, unique=True)
    #: The run of the duty that it carries out (an id of the duties room).
    run = models.BigIntegerField(null=True, blank=True)
    official = models.BooleanField(default=False)
    #: Which of the fifteen kinds of official documents, for the validator.
    document_kind = models.CharField(max_length=20, blank=True)
    addressee = models.CharField(_("to"), max_length=200, blank=True)
    copies = models.CharField(_("copies"), max_length=400, blank=True)
    signer = models.CharField(_("signer"), max_length=100, blank=True)
    urgency = models.CharField(_("urgency"), max_length=10, blank=True)
    #: The body's own template that its Word file is set with; none: the layout of the house.
    layout = models.ForeignKey(
        OwnTemplateVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    state = models.CharField(max_length=20, default="draft")
    edition = models.PositiveIntegerField(default=1)
    authors = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    gathered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    text_hash = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=200, blank=True)
    sent_how = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=300, blank=True)
    evidence = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        indexes = [
            models.Index(fields=["state", "-changed_at"], name="paper_state_changed"),
            models.Index(fields=["unit", "kind", "-changed_at"], name="paper_unit_kind"),
            models.Index(fields=["run"], name="paper_run"),
        ]

    def __str__(self) -> str:
        return self.title


class Passage(models.Model):
    """One passage of a paper: the machine's words now and before, a person's, and the blocks beneath them."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="passages")
    key = models.CharField(max_length=80)
    place = models.PositiveIntegerField()
    heading = models.CharField(max_length=300)
    machine = models.TextField(blank=True)
    before = models.TextField(blank=True)
    own = models.TextField(null=True)
    own_from = models.TextField(blank=True)
    own_by = models.CharField(max_length=200, blank=True)
    own_at = models.DateTimeField(null=True)
    gone = models.BooleanField(default=False)
    #: Drafted by a language model and not yet taken over by a person.
    drafted = models.BooleanField(default=False)
    sources = models.JSONField(default=list)
    blocks = models.JSONField(default=list)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["paper", "key"], name="passage_once_a_paper")]


class Edition(models.Model):
    """A paper as it stood at a moment: every gathering and every change of words, whole."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    why = models.CharField(max_length=20)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    passages = models.JSONField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="edition_once_a_paper")]


class NumberRow(models.Model):
    """The last number that a unit gave in a year."""

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="one_row_of_numbers_a_year")]


class DocumentNumber(models.Model):
    """A number that a paper has for good."""

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    written = models.CharField(max_length=80)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="numbered")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "number"], name="document_number_once"),
        ]


class SentFile(models.Model):
    """The bytes that went out, by their hash."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=8)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    stored = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "form"], name="sent_form_once")]


class BriefTime(models.Model):
    """When a reader wants the brief: an hour and minute of their day; none: not at all."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="+")
    minute = models.PositiveIntegerField(null=True)
    changed_at = models.DateTimeField()
