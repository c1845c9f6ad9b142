"""Addresses of the room, below /listen/."""

from django.urls import path

from answerable.listening.stories import views

app_name = "stories"
urlpatterns = [
    path("stories/", views.board, name="board"),
    path("stories/xlsx/", views.sheet, name="sheet"),
    path("stories/seen/", views.seen, name="seen"),
    path("stories/merge/", views.merge, name="merge"),
    path("stories/of-item/<int:item>/", views.of_item, name="of_item"),
    path("stories/undo/<int:regrouping>/", views.undo, name="undo"),
    path("stories/<int:story>/", views.one, name="one"),
    path("stories/<int:story>/split/", views.split, name="split"),
    path("stories/<int:story>/against/<int:item>/<int:other>/", views.against, name="against"),
    path("search/", views.search, name="search"),
]
