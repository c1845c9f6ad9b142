"""Addresses of what readers said, for the office, below /respond/readers/."""

from django.urls import path

from answerable.response.answers_site.views import office

app_name = "answers_readers"
urlpatterns = [
    path("", office.table, name="list"),
    path("<int:answer>/", office.one, name="one"),
]
