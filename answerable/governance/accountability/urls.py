"""Addresses of the room."""

from django.urls import path

from answerable.governance.accountability.views import keeping, looking, taking_part

app_name = "accountability"
urlpatterns = [
    path("", looking.listing, name="list"),
    path("figures/", looking.figures, name="figures"),
    path("open/<int:finding>/", keeping.open_file, name="open"),
    path("<int:file>/", looking.one, name="one"),
    path("<int:file>/archive/", looking.archive, name="archive"),
    path("<int:file>/excuses/<int:excuse>/", keeping.judge, name="judge"),
    path("<int:file>/people/<str:role>/", keeping.name_people, name="people"),
    path("<int:file>/tell/", keeping.tell, name="tell"),
    path("<int:file>/end-hearing/", keeping.end_hearing, name="end-hearing"),
    path("<int:file>/time/", keeping.give_time, name="time"),
    path("<int:file>/drop/", keeping.drop, name="drop"),
    path("<int:file>/serve/", keeping.serve, name="serve"),
    path("<int:file>/appeal/", keeping.record_appeal, name="appeal"),
    path("<int:file>/close/", keeping.close, name="close"),
    path("<int:file>/say/<str:what>/", taking_part.say, name="say"),
    path("<int:file>/vote/", taking_part.vote, name="vote"),
    path("<int:file>/decide/", taking_part.decide, name="decide"),
    path("<int:file>/seats/<int:seat>/answer/", keeping.answer_doubt, name="answer-doubt"),
    path("<int:file>/seats/<int:seat>/<str:what>/", taking_part.seat, name="seat"),
    path("<int:file>/papers/<int:paper>/receive/", taking_part.receive, name="receive"),
    path("<int:file>/papers/<int:paper>/confirm/", taking_part.confirm, name="confirm"),
    path("<int:file>/papers/<int:paper>/by-hand/", keeping.by_hand, name="by-hand"),
]
