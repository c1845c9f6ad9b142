"""The kernel as a Django app, for its words in both languages."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.kernel"
    label = "kernel"
