"""Addresses of the room, below /reviews/."""

from django.urls import path

from answerable.office.review import views

app_name = "review"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<int:review>/", views.one, name="one"),
    path("<int:review>/take/", views.take, name="take"),
    path("<int:review>/lend/", views.lend, name="lend"),
    path("<int:review>/withdraw/", views.withdraw, name="withdraw"),
]
