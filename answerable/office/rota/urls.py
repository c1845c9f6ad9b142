"""Addresses of the room, below /rota/."""

from django.urls import path

from answerable.office.rota import views

app_name = "rota"
urlpatterns = [
    path("", views.now, name="now"),
    path("add/", views.add, name="add"),
    path("<int:turn>/drop/", views.drop, name="drop"),
    path("notes/", views.write, name="write"),
    path("notes/<int:note>/take/", views.take, name="take"),
]
