"""Addresses of the room, below /clocks/."""

from django.urls import path

from answerable.office.clocks import views

app_name = "clocks"
urlpatterns = [
    path("", views.running, name="list"),
    path("<int:clock>/", views.one, name="one"),
    path("calendars/", views.calendars, name="calendars"),
    path("calendars/<str:code>/<int:year>/", views.year, name="year"),
    path("calendars/<str:code>/<int:year>/change/", views.change, name="change"),
    path("calendars/<str:code>/<int:year>/hours/", views.hours, name="hours"),
    path("calendars/<str:code>/<int:year>/confirm/", views.confirm, name="confirm"),
    path("calendars/<str:code>/versions/<int:number>/", views.version, name="version"),
]
