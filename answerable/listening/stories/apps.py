"""The room as a Django app."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.listening.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
