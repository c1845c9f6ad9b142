"""Addresses of the room, below /respond/answers/."""

from django.urls import path

from answerable.response.answers import views

app_name = "answers"
urlpatterns = [
    path("<int:answer>/", views.one, name="one"),
]
