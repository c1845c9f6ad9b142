"""The room as a Django app."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.listening.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
