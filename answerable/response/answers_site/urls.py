"""Addresses of the room."""

from django.urls import URLPattern

app_name = "answers_site"
urlpatterns: list[URLPattern] = []
