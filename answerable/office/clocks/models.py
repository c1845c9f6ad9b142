"""Calendars in versions, what the plan wrote down, clocks with their rungs, pauses and extensions."""

from django.db import models
from django.db.models import Q


class Calendar(models.Model):
    """The working days of a place; what they are stands in its versions."""

    code = models.CharField(max_length=20, unique=True)
    zone = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.code


class Version(models.Model):
    """A calendar as it stood from one change to the next. Never altered."""

    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    #: {"2026-10-01": "National Day"}
    holidays = models.JSONField(default=dict)
    #: ["2026-10-10"]: days off by the week that are worked.
    make_up = models.JSONField(default=list)
    #: {"2026": {"notice", "link", "by", "at"}}: years whose official notice has been entered.
    confirmed = models.JSONField(default=dict)
    #: [["09:00", "12:00"], ["13:30", "17:30"]]
    hours = models.JSONField(default=list)
    weekend = models.JSONField(default=list)
    zone = models.CharField(max_length=60)
    #: What was changed, as rules.revising says it.
    change = models.JSONField(default=dict)
    #: How many open clocks got another date by it.
    moved = models.PositiveIntegerField(default=0)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["calendar", "number"], name="one_calendar_version_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.calendar.code}-{self.number}"


class Adopted(models.Model):
    """What a plan wrote down; the newest holds."""

    content = models.JSONField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.pk} {self.at:%Y-%m-%d}"


class Clock(models.Model):
    """One limit that runs for one matter. It keeps the rule it was born with."""

    subject = models.CharField(max_length=60, db_index=True)
    title = models.CharField(max_length=300)
    #: The same in Chinese, where what it runs for has a name in both languages.
    title_zh = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=300)
    stage = models.CharField(max_length=80)
    rule = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey("people.Post", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    since = models.DateTimeField()
    #: "48h", "7wd"; empty where the date itself was given.
    limit = models.CharField(max_length=20, blank=True)
    every = models.CharField(max_length=20, blank=True)
    round = models.PositiveIntegerField(default=1)
    original_due = models.DateTimeField()
    due = models.DateTimeField()
    calendar = models.CharField(max_length=20)
    calendar_version = models.PositiveIntegerField()
    provisional = models.BooleanField(default=False)
    #: [[day, kind, name, counted, used]] as rules.derivation writes it.
    derivation = models.JSONField(default=list)
    #: Longer limits for the same thing that another rule sets: [[rule, limit, due]].
    longer = models.JSONField(default=list)

    ladder = models.CharField(max_length=60, blank=True)
    #: [{at, to, do}]
    rungs_born = models.JSONField(default=list)
    #: Goes up when a person moves the date, so that the ladder is climbed anew.
    turn = models.PositiveIntegerField(default=1)
    pause_reasons = models.JSONField(default=list)
    #: {"limit", "approver"} or nothing.
    extension = models.JSONField(default=dict)
    to = models.CharField(max_length=80, blank=True)
    min_people = models.PositiveSmallIntegerField(default=1)

    state = models.CharField(max_length=20, default="running")
    breached_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    met_by_name = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "stage"],
                condition=Q(state__in=["running", "paused"]),
                name="one_running_clock_a_stage",
            ),
        ]
        indexes = [models.Index(fields=["state", "due"], name="clock_next_out")]

    def __str__(self) -> str:
        return f"{self.subject} {self.stage}"


class LadderStep(models.Model):
    """One rung of a clock's ladder: armed, then sent once, or superseded."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="steps")
    turn = models.PositiveIntegerField()
    index = models.PositiveSmallIntegerField()
    offset = models.CharField(max_length=20)
    to = models.JSONField(default=list)
    do = models.CharField(max_length=60)
    fires_at = models.DateTimeField()
    state = models.CharField(max_length=20, default="armed")
    sent_at = models.DateTimeField(null=True)
    #: Who was called: [{person, name, as, instead_of}]
    called = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clock", "turn", "index"], name="each_rung_once"),
        ]
        indexes = [
            models.Index(fields=["fires_at"], condition=Q(state="armed"), name="rungs_to_climb"),
        ]

    def __str__(self) -> str:
        return f"{self.clock_id} {self.offset} {self.do}"


class Pause(models.Model):
    """A span in which a clock stands still, and why."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="pauses")
    reason = models.CharField(max_length=200)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clock"], condition=Q(ends=None), name="one_open_pause_a_clock"),
        ]

    def __str__(self) -> str:
        return self.reason


class DateChange(models.Model):
    """The date of a clock changed: by an extension, a person's decision, a pause or the calendar."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=20)
    reason = models.CharField(max_length=500)
    limit = models.CharField(max_length=20, blank=True)
    old = models.DateTimeField()
    new = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.old:%Y-%m-%d} > {self.new:%Y-%m-%d}"
