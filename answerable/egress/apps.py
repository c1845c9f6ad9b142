"""Egress as a Django app, for its words in both languages."""

from django.apps import AppConfig


class EgressConfig(AppConfig):
    """Settings of the app."""

    name = "answerable.egress"
    label = "egress"
