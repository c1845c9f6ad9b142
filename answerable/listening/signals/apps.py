"""The room as a Django app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.listening.signals"
    label = "signals"
    default_auto_field = "django.db.models.BigAutoField"
