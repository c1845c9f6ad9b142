"""The trail as a Django app."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.kernel.trail"
    label = "trail"
    default_auto_field = "django.db.models.BigAutoField"
