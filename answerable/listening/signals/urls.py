"""Addresses of the room, below /listen/."""

from django.urls import path

from answerable.listening.signals import views

app_name = "signals"
urlpatterns = [
    path("signals/", views.table, name="list"),
    path("signals/switch/", views.switch, name="switch"),
    path("signals/<int:signal>/", views.one, name="one"),
    path("signals/<int:signal>/<slug:move>/", views.move, name="move"),
    path("watches/", views.watches, name="watches"),
    path("watches/add/", views.add, name="add"),
    path("watches/preview/", views.preview, name="preview"),
    path("watches/trials/<slug:key>/", views.trial, name="trial"),
    path("watches/<int:watch>/", views.edit, name="edit"),
    path("watches/<int:watch>/<slug:move>/", views.move_watch, name="move_watch"),
]
