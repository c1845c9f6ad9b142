"""The room as a Django app."""

from django.apps import AppConfig


class ForesightConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.foresight"
    label = "foresight"
    default_auto_field = "django.db.models.BigAutoField"
