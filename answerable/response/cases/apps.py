"""The room as a Django app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
