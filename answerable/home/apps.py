"""The room as a Django app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
