"""Addresses of the room, below /respond/cases/."""

from django.urls import URLPattern

app_name = "cases"
urlpatterns: list[URLPattern] = []
