"""The room as a Django app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
