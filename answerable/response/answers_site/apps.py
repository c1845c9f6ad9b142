"""The room as a Django app."""

from django.apps import AppConfig


class AnswersSiteConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.answers_site"
    label = "answers_site"
    default_auto_field = "django.db.models.BigAutoField"
