"""The room as a Django app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.duties"
    label = "duties"
    default_auto_field = "django.db.models.BigAutoField"
