"""The room as a Django app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.training"
    label = "training"
    default_auto_field = "django.db.models.BigAutoField"
