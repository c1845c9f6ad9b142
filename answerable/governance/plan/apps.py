"""The room as a Django app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"
