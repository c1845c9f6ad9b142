"""The room as a Django app."""

from django.apps import AppConfig


class ForesightConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.foresight"
    label = "foresight"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put prepared answers among the drafts of a case."""
        from answerable.response.cases.queries.beside import give_drafts  # noqa: PLC0415 - models must be loaded first
        from answerable.response.foresight.queries.beside import prepared_drafts  # noqa: PLC0415 - as above

        give_drafts(prepared_drafts)
