"""Addresses of the room."""

from django.urls import URLPattern

app_name = "channel_health"
urlpatterns: list[URLPattern] = []
