"""The room as a Django app."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.clocks"
    label = "clocks"
    default_auto_field = "django.db.models.BigAutoField"
