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
    path("templates/", views.templates, name="templates"),
    path("templates/new/", views.add_template, name="add-template"),
    path("templates/example/<slug:language>/", views.example_template, name="example-template"),
    path("templates/<int:template>/", views.template, name="template"),
    path("templates/<int:template>/serving/", views.change_template, name="change-template"),
    path("templates/versions/<int:version>/file/", views.template_file, name="template-file"),
    path("templates/versions/<int:version>/sample/", views.template_sample, name="template-sample"),
    path("templates/versions/<int:version>/<slug:made>/", views.move_template, name="move-template"),
    path("<int:paper>/", views.one, name="one"),
    path("<int:paper>/look/", views.look, name="look"),
    path("<int:paper>/head/", views.head, name="head"),
    path("<int:paper>/file/<slug:form>/", views.file, name="file"),
    path("<int:paper>/editions/<int:number>/", views.edition, name="edition"),
    path("<int:paper>/move/<slug:made>/", views.move, name="move"),
    path("<int:paper>/<slug:name>/", views.deed, name="deed"),
]
