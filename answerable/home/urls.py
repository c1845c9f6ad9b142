"""Addresses of the room, at the root."""

from django.urls import path

from answerable.home import views

app_name = "home"
urlpatterns = [
    path("", views.morning, name="morning"),
]
