"""The jobs layer as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.kernel.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
