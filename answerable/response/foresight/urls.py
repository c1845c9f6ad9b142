"""Addresses of the room, below /respond/foresight/."""

from django.urls import path

from answerable.response.foresight import views

app_name = "foresight"
urlpatterns = [
    path("", views.index, name="list"),
    path("enter/", views.enter, name="enter"),
    path("gaps/<int:gap>/", views.close_gap, name="close_gap"),
    path("consultations/<int:consultation>/opinions/", views.voice, name="add_voice"),
    path("consultations/<int:consultation>/opinions/<int:row>/", views.voice, name="voice"),
    path("asked/<int:asked>/", views.settle, name="settle"),
    path("<int:release>/", views.one, name="one"),
    path("<int:release>/describe/", views.describe, name="describe"),
    path("<int:release>/arrange/", views.arrange, name="arrange"),
    path("<int:release>/consult/", views.announce, name="announce"),
    path("<int:release>/similar/", views.similar, name="similar"),
    path("<int:release>/asked/", views.asked, name="asked"),
    path("<int:release>/file/", views.file, name="file"),
    path("<int:release>/prepared/<int:case>/", views.prepared, name="prepared"),
    path("<int:release>/prepared/<int:case>/<int:row>/", views.take_up, name="take_up"),
    path("<int:release>/lines/<slug:kind>/", views.line, name="add_line"),
    path("<int:release>/lines/<slug:kind>/<int:row>/", views.line, name="line"),
    path("<int:release>/lines/<slug:kind>/<int:row>/strike/", views.strike, name="strike"),
    path("<int:release>/move/<slug:made>/", views.move, name="move"),
    path("<int:release>/<slug:name>/", views.deed, name="deed"),
]
