"""The room as a Django app."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.channels"
    label = "channels"
    default_auto_field = "django.db.models.BigAutoField"
