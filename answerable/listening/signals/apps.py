"""The room as a Django app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.listening.signals"
    label = "signals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put signals and watches beside the stories."""
        from answerable.listening.signals import queries  # noqa: PLC0415 - models must be loaded first
        from answerable.listening.stories.queries import (  # noqa: PLC0415 - as above
            give_marks,
            give_saved_searches,
        )

        give_marks(queries.signal_marks)
        give_saved_searches(queries.saved_searches)
