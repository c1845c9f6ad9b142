"""The project as an app: it wires the rooms together once all are loaded."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.project"
    label = "project"

    def ready(self) -> None:
        """Let the news of the rooms cause their actions."""
        from answerable.project import wiring  # noqa: PLC0415 - models must be loaded first

        wiring.connect()
