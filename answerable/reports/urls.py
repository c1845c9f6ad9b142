"""Addresses of the room, below /papers/."""

from django.urls import path

from answerable.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("brief/", views.brief, name="brief"),
    path("brief/time/", views.choose_time, name="choose_time"),
    path("trend/", views.trend, name="trend"),
    path("new/", views.kinds, name="kinds"),
    path("new/<slug:kind>/", views.make, name="make"),
    path("passages/<int:passage>/", views.passage, name="passage"),
    path("passages/<int:passage>/machine/", views.machine, name="machine"),
    path("passages/<int:passage>/ask/", views.ask, name="ask"),
    path("passages/<int:passage>/take_over/", views.take_over, name="take_over"),
    path("<int:paper>/", views.one, name="one"),
    path("<int:paper>/look/", views.look, name="look"),
    path("<int:paper>/head/", views.head, name="head"),
    path("<int:paper>/file/<slug:form>/", views.file, name="file"),
    path("<int:paper>/editions/<int:number>/", views.edition, name="edition"),
    path("<int:paper>/move/<slug:made>/", views.move, name="move"),
    path("<int:paper>/<slug:name>/", views.deed, name="deed"),
]
