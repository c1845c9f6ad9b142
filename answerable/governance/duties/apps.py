"""The room as a Django app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.governance.duties"
    label = "duties"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say beside each sentence of the plan how it is being carried out."""
        from answerable.governance.duties.queries.coverage import clause_status  # noqa: PLC0415 - needs the tables
        from answerable.governance.plan.queries.beside import give_statuses  # noqa: PLC0415 - as above

        give_statuses(clause_status)
