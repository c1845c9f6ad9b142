"""The room as a Django app."""

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.answers"
    label = "answers"
    default_auto_field = "django.db.models.BigAutoField"
