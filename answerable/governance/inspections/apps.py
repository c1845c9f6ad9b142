"""The room as a Django app."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.inspections"
    label = "inspections"
    default_auto_field = "django.db.models.BigAutoField"
