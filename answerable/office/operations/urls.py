"""Addresses of the room."""

from django.urls import path

from answerable.office.operations import views

app_name = "operations"
urlpatterns = [
    path("", views.state, name="state"),
    path("standstill/", views.standstill, name="standstill"),
    path("heads.jsonl", views.heads, name="heads"),
    path("back-up/", views.back_up, name="back_up"),
    path("jobs/<uuid:job>/again/", views.again, name="again"),
    path("jobs/<uuid:job>/dismiss/", views.dismiss, name="dismiss"),
]
