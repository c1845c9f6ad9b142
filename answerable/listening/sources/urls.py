"""Addresses of the room, below /listen/."""

from django.urls import path

from answerable.listening.sources import views

app_name = "sources"
urlpatterns = [
    path("sources/", views.table, name="list"),
    path("sources/xlsx/", views.export, name="export"),
    path("sources/add/", views.add, name="add"),
    path("sources/add/<slug:kind>/", views.add_kind, name="add_kind"),
    path("sources/lookups/<int:lookup>/", views.lookup, name="lookup"),
    path("sources/lookups/<int:lookup>/answers/", views.lookup_answers, name="lookup_answers"),
    path("sources/opml/", views.opml_out, name="opml_out"),
    path("sources/opml/in/", views.opml_in, name="opml_in"),
    path("sources/<int:source>/", views.source, name="source"),
    path("sources/<int:source>/edit/", views.edit, name="edit"),
    path("sources/<int:source>/<slug:move>/", views.move, name="move"),
    path("sources/<int:source>/files/in/", views.file_in, name="file_in"),
    path("imports/<int:handed_in>/", views.handed_in, name="import"),
    path("publications/", views.publications, name="publications"),
    path("publications/names/", views.publication_names, name="publication_names"),
    path("items/<int:item>/", views.item, name="item"),
    path("webhooks/<int:source>/", views.webhook, name="webhook"),
]
