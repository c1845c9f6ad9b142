"""Units, posts, people, holdings, accounts."""

from importlib import import_module
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node


class Unit(MP_Node):
    """A department, office or leading group, in a tree."""

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    document_code = models.CharField(_("document code"), max_length=40, blank=True)
    state = models.CharField(max_length=20, default="active")
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("merged into"),
    )

    node_order_by: list[str] = []

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who can hold a post. No more is kept of them than reaching them needs."""

    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    staff_number = models.CharField(_("staff number"), max_length=40, blank=True)
    state = models.CharField(max_length=20, default="active")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff_number"], condition=~models.Q(staff_number=""), name="staff_number_once"
            )
        ]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A duty of office in a unit. Plans name posts, never people."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts", verbose_name=_("unit"))
    code = models.CharField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20)
    state = models.CharField(max_length=20, default="active")

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Who holds a post, from when to when: as the main holder, as backup, or acting."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings", verbose_name=_("post"))
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="holdings", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=10)
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("begins_on")),
                name="holding_ends_after_it_begins",
            )
        ]
        verbose_name = _("holding")
        verbose_name_plural = _("holdings")

    def __str__(self) -> str:
        return f"{self.person} / {self.post}"


class Absence(models.Model):
    """A span of days in which a person does not act in their posts."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="absences", verbose_name=_("person")
    )
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")

    def __str__(self) -> str:
        return f"{self.person} {self.begins_on}/{self.ends_on}"


class Account(AbstractUser):
    """A sign-in. What it may do follows from the posts of its person; `role` adds what no post gives."""

    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="account",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    #: Part of what every session is checked against: a new one ends all sessions of the account at once.
    session_mark = models.CharField(max_length=32, blank=True)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie sessions to the password and to the mark."""
        return salted_hmac(
            "answerable.people.session",
            f"{self.session_mark}:{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class WebSession(AbstractBaseSession):
    """A session of a browser: whose it is, since when, signed in with what, on what. Never what was looked at."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="web_sessions")
    began_at = models.DateTimeField(null=True)
    #: As the library names them, joined by "+": "password+totp".
    methods = models.CharField(max_length=60, blank=True)
    #: Browser and system in two words: "Firefox · Linux".
    device = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """Give the store that reads and writes these rows."""
        store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
        return store


class Roster(models.Model):
    """A file with units, posts and people that somebody handed in, as it was read; applied once, or dropped."""

    name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    #: Rows that could be read, as `rules.roster_cells.as_record` writes them.
    lines = models.JSONField(default=list)
    #: Rows that could not: [number, code, details].
    refused = models.JSONField(default=list)
    ignored_heads = models.JSONField(default=list)
    state = models.CharField(max_length=20, default="read")
    handed_in_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("roster")
        verbose_name_plural = _("rosters")

    def __str__(self) -> str:
        return self.name
