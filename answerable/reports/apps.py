"""The room as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
