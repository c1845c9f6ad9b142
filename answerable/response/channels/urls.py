"""Addresses of the room, below /respond/channels/."""

from django.urls import path

from answerable.response.channels import views

app_name = "channels"
urlpatterns = [
    path("", views.table, name="list"),
    path("apply/", views.apply, name="apply"),
    path("feed/<uuid:key>/atom.xml", views.atom, name="atom"),
    path("feed/<uuid:key>/feed.json", views.json_feed, name="json-feed"),
    path("content/", views.desk, name="desk"),
    path("content/calendar/", views.calendar, name="calendar"),
    path("content/add/", views.add, name="add"),
    path("content/names/", views.names, name="names"),
    path("content/names/<int:name>/drop/", views.unlist, name="unlist"),
    path("content/<int:piece>/", views.piece, name="piece"),
    path("content/<int:piece>/edit/", views.edit, name="edit"),
    path("content/<int:piece>/beside/", views.beside, name="beside"),
    path("content/<int:piece>/explain/", views.explain, name="explain"),
    path("content/<int:piece>/interpretation/", views.interpretation, name="interpretation"),
    path("content/<int:piece>/copy/<int:channel>/", views.copy, name="copy"),
    path("content/<int:piece>/<slug:move>/", views.move_piece, name="move-piece"),
    path("log/", views.log, name="log"),
    path("log/<int:publication>/<slug:move>/", views.move_publication, name="move-publication"),
    path("hand-over/<int:hand_over>/", views.hand_over, name="hand-over"),
    path("<int:channel>/", views.one, name="one"),
    path("<int:channel>/change/", views.change, name="change"),
    path("<int:channel>/file/", views.file, name="file"),
    path("<int:channel>/delivery/", views.delivery, name="delivery"),
    path("<int:channel>/<slug:move>/", views.move, name="move"),
]
