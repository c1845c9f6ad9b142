"""Addresses of the interface, below /api/."""

from django.contrib.auth.decorators import login_not_required
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
# Programs carry a token and have no session: the sign-in page is not for them.
for _pattern in calls[0]:
    if _pattern.callback is not None:
        login_not_required(_pattern.callback)
