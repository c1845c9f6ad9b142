"""The room as a Django app."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.questionnaires"
    label = "questionnaires"
    default_auto_field = "django.db.models.BigAutoField"
