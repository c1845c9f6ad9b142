"""The room as a Django app."""

from django.apps import AppConfig


class ChannelHealthConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.channel_health"
    label = "channel_health"
    default_auto_field = "django.db.models.BigAutoField"
