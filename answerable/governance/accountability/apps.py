"""The room as a Django app."""

from django.apps import AppConfig


class AccountabilityConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.accountability"
    label = "accountability"
    default_auto_field = "django.db.models.BigAutoField"
