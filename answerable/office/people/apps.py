"""The room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
