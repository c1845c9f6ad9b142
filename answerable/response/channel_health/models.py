"""Tables of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Site(models.Model):
    """What the keepers of a site say about it: where messages go, how much is looked at, its columns."""

    channel = models.OneToOneField("channels.Channel", on_delete=models.CASCADE, related_name="+")
    consultation = models.CharField(_("page for messages"), max_length=2000, blank=True)
    #: Messages of this site arrive in the body's own letters.
    letters_here = models.BooleanField(_("its messages arrive here"), default=False)
    pages_a_day = models.PositiveIntegerField(_("pages looked at a day"), default=300)
    paused = models.CharField(_("why it is not looked at"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("site")


class Column(models.Model):
    """One column of a site: its list, and how often it must change."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="columns")
    name = models.CharField(pgettext_lazy("column", "name"), max_length=200)
    address = models.CharField(_("address"), max_length=2000)
    kind = models.CharField(pgettext_lazy("column", "kind"), max_length=20)
    selector = models.CharField(_("CSS selector"), max_length=200, blank=True)
    #: The days of the first and of the last look that read it.
    first_read_on = models.DateField(null=True)
    last_read_on = models.DateField(null=True)
    #: The day of the look before that one.
    read_before_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["site", "address"], name="health_one_column")]
        verbose_name = _("column")


class Attempt(models.Model):
    """One try to open a home page."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    day = models.DateField()
    good = models.BooleanField()
    reason = models.CharField(max_length=40, blank=True)
    took_ms = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["channel", "day"], name="health_attempts_of_day")]
        # One try a slot: a job that runs twice counts once.
        constraints = [models.UniqueConstraint(fields=["channel", "at"], name="health_one_attempt")]


class Entered(models.Model):
    """What a person last said about a channel that no machine may read, and what our own log knows of it."""

    channel = models.OneToOneField("channels.Channel", on_delete=models.CASCADE, related_name="+")
    posted_on = models.DateField(_("last post"), null=True)
    waits_since = models.DateField(_("oldest message without an answer"), null=True)
    can_reply = models.BooleanField(_("messages can be answered there"), null=True)
    entered_on = models.DateField()
    by_name = models.CharField(max_length=200, blank=True)


class HostTurn(models.Model):
    """Whose turn a host is, over all workers: one connection a host."""

    host = models.CharField(max_length=300, unique=True)
    free_at = models.DateTimeField()
    lease = models.CharField(max_length=40, blank=True)


class Round(models.Model):
    """One day's look at one site; done in slices, and gone on with after a kill."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    #: Distinguishes a second look on the same day, asked for by a person.
    number = models.PositiveSmallIntegerField(default=1)
    home = models.CharField(max_length=2000)
    #: False: only what was wrong is looked at again; links are not followed.
    whole = models.BooleanField(default=True)
    state = models.CharField(max_length=10, default="running")
    #: Why it ended without a full look: the home page did not answer, or robots.txt forbids it.
    reason = models.CharField(max_length=40, blank=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    pages = models.PositiveIntegerField(default=0)
    links = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "day", "number"], name="health_one_round")]
        indexes = [models.Index(fields=["state"], name="health_rounds_by_state")]
        ordering = ["-day", "-number"]


class Visit(models.Model):
    """One address to be looked at in a round, and what came of it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="visits")
    address = models.CharField(max_length=2000)
    #: Addresses are long; their hash tells them apart on both databases.
    key = models.CharField(max_length=64)
    purpose = models.CharField(max_length=12)
    rank = models.PositiveSmallIntegerField(default=2)
    seen_before = models.DateField(null=True)
    found_on = models.CharField(max_length=2000, blank=True)
    words = models.CharField(max_length=80, blank=True)
    column = models.ForeignKey(Column, on_delete=models.SET_NULL, null=True, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    status = models.PositiveIntegerField(null=True)
    error = models.CharField(max_length=40, blank=True)
    life = models.CharField(max_length=12, blank=True)
    #: Barriers, title and what else the page said that is needed when the round closes.
    seen = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "key"], name="health_one_visit")]
        indexes = [models.Index(fields=["round", "done_at", "rank"], name="health_visits_waiting")]


class Page(models.Model):
    """One page of a site over the rounds: what it said first, what it says now."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    address = models.CharField(max_length=2000)
    title = models.CharField(max_length=200, blank=True)
    first_seen_on = models.DateField()
    seen_on = models.DateField()
    day = models.DateField(null=True)
    file_day = models.DateField(null=True)
    map_day = models.DateField(null=True)
    print = models.CharField(max_length=32, blank=True)
    changed_on = models.DateField(null=True)
    #: The print and the look before this one, so that a text is compared with its own past.
    print_before = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "key"], name="health_one_page")]


class ListLine(models.Model):
    """One entry of a column's list over the rounds."""

    column = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="lines")
    key = models.CharField(max_length=64)
    address = models.CharField(max_length=2000)
    words = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True)
    day_before = models.DateField(null=True)
    place = models.PositiveSmallIntegerField(default=0)
    first_seen_on = models.DateField()
    seen_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["column", "key"], name="health_one_line")]


class SilentLink(models.Model):
    """A link to another host that did not answer, and on how many days running."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    days = models.PositiveSmallIntegerField(default=1)
    last_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "key"], name="health_one_silent")]


class Check(models.Model):
    """One measure of one channel on one day."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    metric = models.CharField(max_length=20)
    day = models.DateField()
    method = models.CharField(max_length=10)
    value = models.FloatField(null=True)
    limit = models.FloatField(null=True)
    standing = models.CharField(max_length=10)
    veto = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "metric", "day"], name="health_one_check")]
        indexes = [models.Index(fields=["channel", "-day"], name="health_checks_newest")]


class Finding(models.Model):
    """One fault, from the first look that found it until the look that does not."""

    channel = models.ForeignKey("channels.Channel", on_delete=models.CASCADE, related_name="+")
    fault = models.CharField(max_length=30)
    #: What it is about: an address, a rule of accessibility with its page, a column.
    subject = models.CharField(max_length=2000, blank=True)
    key = models.CharField(max_length=64)
    column = models.ForeignKey(Column, on_delete=models.SET_NULL, null=True, related_name="+")
    details = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="open")
    times = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=300, blank=True)
    judged_by = models.CharField(max_length=200, blank=True)
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    fixed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "fault", "key"], name="health_one_finding")]
        indexes = [
            models.Index(fields=["channel", "state"], name="health_findings_open"),
            models.Index(fields=["-found_at"], name="health_findings_newest"),
        ]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
