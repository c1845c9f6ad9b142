"""Tables of the room. Hours are a record; a quiz leaves that it was passed, never an answer or a figure."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Course(models.Model):
    """What is taught: for which kinds of posts it is required, how long it is valid, its quiz and its mock question."""

    name = models.CharField(_("name"), max_length=200)
    about = models.TextField(_("what is learnt"), blank=True)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    #: Kinds of posts whose holders must have it, see office.people.rules.PostKind.
    required_for = models.JSONField(default=list)
    certifies = models.BooleanField(_("ends with a certificate"), default=False)
    #: Months that a certificate is valid; none means without end.
    valid_months = models.PositiveSmallIntegerField(_("valid for months"), null=True)
    #: Questions as [{"words", "options", "right"}], see rules.quiz.
    quiz = models.JSONField(default=list)
    #: The question of the media exercise, and the minutes in which a spokesperson answers it in writing.
    mock_question = models.TextField(_("mock question"), blank=True)
    mock_minutes = models.PositiveSmallIntegerField(_("minutes to answer"), default=10)
    is_given = models.BooleanField(_("is given"), default=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """One sitting of a course."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    begins_at = models.DateTimeField(_("begins"))
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    place = models.CharField(_("place"), max_length=200, blank=True)
    trainer = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    trainer_name = models.CharField(_("trainer"), max_length=200)
    state = models.CharField(max_length=20, default="planned")
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-begins_at", "-pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return f"{self.course_id} {self.begins_at:%Y-%m-%d}"


class Attendance(models.Model):
    """Somebody's place in a session, and, once it was held, who signed that they were there. No place is recorded."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    hours = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    #: "" while only entered; then "trainer" or "own".
    signed_as = models.CharField(max_length=10, blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["person_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="one_place_a_person_and_session")
        ]
        indexes = [models.Index(fields=["person", "signed_as"], name="training_of_person")]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")

    def __str__(self) -> str:
        return f"{self.person_name}: {self.session_id}"


class QuizPass(models.Model):
    """That somebody passed the quiz of a course on a day. What they answered is kept nowhere."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    passed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="one_pass_a_person_and_course")
        ]
        verbose_name = _("passed quiz")
        verbose_name_plural = _("passed quizzes")

    def __str__(self) -> str:
        return f"{self.course_id} {self.passed_on}"


class Exercise(models.Model):
    """A mock question answered in writing under a clock, and what the trainer wrote to it."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    question = models.TextField()
    begun_at = models.DateTimeField()
    due_at = models.DateTimeField()
    text = models.TextField(blank=True)
    handed_at = models.DateTimeField(null=True)
    feedback = models.TextField(blank=True)
    feedback_by = models.CharField(max_length=200, blank=True)
    feedback_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begun_at", "-pk"]
        verbose_name = _("media exercise")
        verbose_name_plural = _("media exercises")

    def __str__(self) -> str:
        return f"{self.course_id} {self.begun_at:%Y-%m-%d}"


class Certificate(models.Model):
    """That somebody holds what a course gives, from a day and until another."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="certificates")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=200)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "person", "issued_on"], name="one_certificate_a_person_course_and_day"
            )
        ]
        indexes = [models.Index(fields=["valid_until"], name="certificate_to_expire")]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        return f"{self.person_name}: {self.course_id}"
