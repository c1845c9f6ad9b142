"""The room as a Django app."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"
