"""The room as a Django app."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.operations"
    label = "operations"
    default_auto_field = "django.db.models.BigAutoField"
