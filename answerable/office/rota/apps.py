"""The room as a Django app."""

from django.apps import AppConfig


class RotaConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.rota"
    label = "rota"
    default_auto_field = "django.db.models.BigAutoField"
