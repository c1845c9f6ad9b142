"""The room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.office.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Note in the log who signs in."""
        from answerable.office.people import security_log  # noqa: PLC0415 - needs the loaded applications

        security_log.listen()
