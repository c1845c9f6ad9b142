"""Tokens with which other programs read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """A key of one account for programs. Only its hash is kept: who reads the table can not use it."""

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    #: SHA-256 of 256 random bits: nothing can be guessed from it, so no slow hash is needed.
    hash = models.CharField(max_length=64, unique=True)
    #: The beginning, by which a person tells tokens apart.
    begins = models.CharField(max_length=12)
    scopes = models.JSONField(_("may read"), default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("valid until"))
    last_used_on = models.DateField(_("last used"), null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        indexes = [models.Index(fields=["account", "-id"], name="token_of_account")]

    def __str__(self) -> str:
        return self.name
