"""The room as a Django app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.response.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put cases and answers beside the stories."""
        from answerable.listening.stories.queries import give_marks  # noqa: PLC0415 - models must be loaded first
        from answerable.response.cases.queries.marks import case_marks  # noqa: PLC0415 - as above

        give_marks(case_marks)
