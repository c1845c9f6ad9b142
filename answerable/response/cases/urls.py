"""Addresses of the room, below /respond/cases/."""

from django.urls import path

from answerable.response.cases import views

app_name = "cases"
urlpatterns = [
    path("", views.board, name="board"),
    path("sheet/", views.sheet, name="sheet"),
    path("open/", views.open_case, name="open"),
    path("papers/", views.papers, name="papers"),
    path("papers/<int:paper>/", views.paper, name="paper"),
    path("papers/<int:paper>/<slug:made>/", views.move_paper, name="move_paper"),
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/<int:review>/", views.review, name="review"),
    path("reviews/<int:review>/close/", views.close_review, name="close_review"),
    path("actions/<int:action>/", views.finish_action, name="finish_action"),
    path("facts/<int:fact>/", views.change_fact, name="change_fact"),
    path("tasks/<int:task>/<slug:how>/", views.end_task, name="end_task"),
    path("<int:case>/", views.room, name="room"),
    path("<int:case>/assess/", views.assess, name="assess"),
    path("<int:case>/assess/<slug:part>/", views.assess_part, name="assess_part"),
    path("<int:case>/facts/add/", views.add_fact, name="add_fact"),
    path("<int:case>/tasks/add/", views.add_task, name="add_task"),
    path("<int:case>/papers/<slug:kind>/", views.add_paper, name="add_paper"),
    path("<int:case>/merge/", views.merge, name="merge"),
    path("<int:case>/split/", views.split, name="split"),
    path("<int:case>/stories/", views.link_story, name="link_story"),
    path("<int:case>/move/<slug:made>/", views.move, name="move"),
    path("<int:case>/<slug:name>/", views.deed, name="deed"),
]
