"""Addresses of the room, below /respond/health/."""

from django.urls import path

from answerable.response.channel_health import views

app_name = "channel_health"
urlpatterns = [
    path("", views.board, name="board"),
    path("enter/", views.enter, name="enter"),
    path("findings/<int:finding>/<slug:made>/", views.judge, name="judge"),
    path("<int:channel>/", views.one, name="one"),
    path("<int:channel>/look/", views.look_again, name="look"),
    path("<int:channel>/settings/", views.settings, name="settings"),
    path("<int:channel>/columns/add/", views.add_column, name="add_column"),
    path("<int:channel>/columns/<int:column>/drop/", views.drop_column, name="drop_column"),
    path("<int:channel>/figures/", views.figures, name="figures"),
    path("<int:channel>/grave/", views.grave, name="grave"),
]
