"""Addresses of the room."""

from django.urls import path

from answerable.office.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("settings/", views.reaching_me, name="settings"),
    path("settings/wishes/", views.set_wishes, name="set-wishes"),
    path("settings/addresses/", views.add_address, name="add-address"),
    path("settings/addresses/<int:address>/remove/", views.remove_address, name="remove-address"),
    path("acknowledge/", views.acknowledge_all, name="acknowledge-all"),
    path("<int:notice>/acknowledge/", views.acknowledge, name="acknowledge"),
]
