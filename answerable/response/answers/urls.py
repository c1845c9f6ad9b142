"""Addresses of the room, below /respond/answers/."""

from django.urls import path

from answerable.response.answers import views

app_name = "answers"
urlpatterns = [
    path("", views.table, name="list"),
    path("xlsx/", views.sheet, name="sheet"),
    path("add/", views.add, name="add"),
    path("words/", views.words, name="words"),
    path("words/<int:word>/release/", views.release_word, name="release-word"),
    path("<int:answer>/", views.one, name="one"),
    path("<int:answer>/edit/", views.edit, name="edit"),
    path("<int:answer>/beside/", views.beside, name="beside"),
    path("<int:answer>/explain/", views.explain, name="explain"),
    path("<int:answer>/hand-in/", views.hand_in, name="hand-in"),
    path("<int:answer>/publish/", views.publish, name="publish"),
    path("<int:answer>/change/", views.change, name="change"),
    path("<int:answer>/drop/", views.drop, name="drop"),
    path("<int:answer>/translate/", views.translate, name="translate"),
]
