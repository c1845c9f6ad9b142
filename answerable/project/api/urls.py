"""Addresses of the interface, below /api/."""

from django.urls import path

from answerable.project.api import views
from answerable.project.api.interface import api

app_name = "interface"
urlpatterns = [
    path("docs/", views.described, name="described"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:token>/revoke/", views.revoke, name="revoke"),
]
#: Kept apart: the interface brings a namespace of its own.
calls = api.urls
