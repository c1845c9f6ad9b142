"""Tables of the room. The matter and the way back to the asker never stand in one row."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reply(models.Model):
    """One text that answers one letter or many; it goes out only with its gate passed on exactly this text."""

    title = models.CharField(pgettext_lazy("letter", "title"), max_length=200)
    text = models.TextField(pgettext_lazy("letter", "text"))
    #: Who answers: the body or unit and the spokesperson or head, as it stands under the text.
    signature = models.CharField(_("signature"), max_length=200)
    #: A published answer that says more, by its address.
    link = models.CharField(_("address of a published answer"), max_length=500, blank=True)
    language = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=20, default="draft")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    drafted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    content_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")

    def __str__(self) -> str:
        return self.title


class Letter(models.Model):
    """One letter: its matter, masked, and where it stands."""

    reference = models.CharField(max_length=20, unique=True)
    way = models.CharField(max_length=10)
    #: What the sender's system calls it, so that a mail or a row that comes twice is one letter.
    outside_key = models.CharField(max_length=64, null=True, unique=True)
    language = models.CharField(max_length=10, blank=True)
    title = models.CharField(pgettext_lazy("letter", "title"), max_length=200)
    text = models.TextField(pgettext_lazy("letter", "matter"))
    was_cut = models.BooleanField(default=False)
    state = models.CharField(max_length=20, default="received")
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    case = models.BigIntegerField(null=True, db_index=True)
    reply = models.ForeignKey(Reply, on_delete=models.SET_NULL, null=True, related_name="letters")
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    #: Hash of the code that opens the follow-up page; empty when the page is gone.
    code_hash = models.CharField(max_length=64, null=True, unique=True)
    has_mail = models.BooleanField(default=False)
    has_other_way = models.BooleanField(default=False)
    #: When the body had it in its hands; the clock runs from here.
    received_at = models.DateTimeField()
    registered_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    was_on_time = models.BooleanField(null=True)
    told = models.CharField(max_length=10, blank=True)
    judged_at = models.DateTimeField(null=True)
    judgement = models.CharField(max_length=10, blank=True)
    reopened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=20, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "-received_at"], name="letter_by_state"),
            models.Index(fields=["unit", "state"], name="letter_by_unit"),
            models.Index(fields=["-received_at"], name="letter_newest"),
        ]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self) -> str:
        return self.reference


class Mark(models.Model):
    """One place of the print of a letter's text, by which the same text is found again."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="marks")
    value = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["value"], name="letter_mark_value")]


class Step(models.Model):
    """What happened with a letter, in masked words: the page's history, and part of it the asker's."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]


class Inquiry(models.Model):
    """A question of an outlet, with the time it asks for."""

    reference = models.CharField(max_length=20, unique=True)
    outlet = models.CharField(_("outlet"), max_length=200)
    title = models.CharField(pgettext_lazy("letter", "title"), max_length=200)
    question = models.TextField(_("question"))
    state = models.CharField(max_length=20, default="received")
    unit = models.ForeignKey(
        "people.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    case = models.BigIntegerField(null=True, db_index=True)
    link = models.CharField(_("address of a published answer"), max_length=500, blank=True)
    answer = models.TextField(pgettext_lazy("letter", "answer"), blank=True)
    reason = models.TextField(pgettext_lazy("letter", "reason"), blank=True)
    spokesperson = models.CharField(_("who answered"), max_length=200, blank=True)
    received_at = models.DateTimeField()
    wanted_at = models.DateTimeField(_("deadline asked"))
    acknowledged_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "wanted_at"], name="inquiry_by_state")]
        verbose_name = _("media inquiry")
        verbose_name_plural = _("media inquiries")

    def __str__(self) -> str:
        return self.reference


class Contact(models.Model):
    """How to reach an asker or a journalist, and their own words: sealed, seen one look at a time, then deleted."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, null=True, related_name="contact")
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, null=True, related_name="contact")
    sealed = models.TextField()
    #: Set when the letter closes: from then on it is gone.
    delete_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(letter=None) ^ models.Q(inquiry=None), name="contact_of_one_thing"
            )
        ]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")


class Outgoing(models.Model):
    """A mail to an asker that waits in the house's letter box, so that it can be taken out again."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, null=True, related_name="outgoing")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, null=True, related_name="outgoing")
    notice_letter = models.BigIntegerField()
    at = models.DateTimeField()


class Attachment(models.Model):
    """A file that came with a letter: kept sealed under a name of ours, or refused with a reason."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, blank=True)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    #: Name of the sealed file in the folder of files; empty when it was refused or is gone.
    place = models.CharField(max_length=64, blank=True)
    refused = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["pk"]


class Mailbox(models.Model):
    """The body's mailbox for letters; there is one."""

    host = models.CharField(_("server"), max_length=200)
    port = models.PositiveIntegerField(_("port"), default=993)
    sealing = models.CharField(max_length=10, default="tls")
    user = models.CharField(_("user name"), max_length=200)
    folder = models.CharField(_("folder"), max_length=100, default="INBOX")
    sealed_password = models.TextField(blank=True)
    is_on = models.BooleanField(default=True)
    uid = models.BigIntegerField(default=0)
    uid_validity = models.BigIntegerField(null=True)
    claimed_until = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    failed_since = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    #: What was left in the mailbox or recognised as a machine's, counted.
    left_for_size = models.PositiveIntegerField(default=0)
    unreadable = models.PositiveIntegerField(default=0)
    automatic = models.PositiveIntegerField(default=0)


class Sheet(models.Model):
    """A file of letters that somebody handed in: its rows sealed, taken over once or dropped, and then gone."""

    name = models.CharField(pgettext_lazy("letter", "file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    sealed_lines = models.TextField(blank=True)
    #: [row, code, column]: never what stood in the cell.
    refused = models.JSONField(default=list)
    ignored_heads = models.JSONField(default=list)
    rows = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=20, default="read")
    handed_in_by = models.ForeignKey("people.Account", on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
