"""The room as a Django app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
