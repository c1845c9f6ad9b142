"""Addresses of the room."""

from django.urls import path

from answerable.governance.duties.views import deciding, looking, mine, outside, papers

app_name = "duties"
urlpatterns = [
    path("", mine.mine, name="mine"),
    path("matrix/", looking.matrix, name="matrix"),
    path("matrix.xlsx", looking.matrix_file, name="matrix-file"),
    path("matrix/cell/", looking.cell, name="cell"),
    path("calendar/", looking.calendar, name="calendar"),
    path("calendar.xlsx", looking.calendar_file, name="calendar-file"),
    path("year/", looking.year, name="year"),
    path("coverage/", looking.coverage, name="coverage"),
    path("handover/", looking.handover, name="handover"),
    path("handover/<int:post>/", looking.handover_sheet, name="handover-sheet"),
    path("burdens/", looking.burdens, name="burdens"),
    path("feeds/", outside.feeds, name="feeds"),
    path("feed/<str:secret>.ics", outside.feed, name="feed"),
    path("evidence/<int:evidence>/", outside.evidence, name="evidence"),
    path("evidence/<int:evidence>/drop/", papers.drop, name="drop-evidence"),
    path("wishes/<int:wish>/<str:answer>/", deciding.wish, name="wish"),
    path("passings/<int:passing>/take/", mine.take, name="take-over"),
    path("<int:occurrence>/", mine.run, name="run"),
    path("<int:occurrence>/time/", mine.ask_time, name="ask-time"),
    path("<int:occurrence>/hand/", mine.hand, name="hand"),
    path("<int:occurrence>/burden/", mine.burden, name="burden"),
    path("<int:occurrence>/paper/", papers.paper, name="paper"),
    path("<int:occurrence>/evidence/", papers.add, name="add-evidence"),
    path("<int:occurrence>/sign/", papers.sign, name="sign"),
    path("<int:occurrence>/file/", papers.file, name="file"),
    path("<int:occurrence>/receipt/", papers.receipt, name="receipt"),
    path("<int:occurrence>/accept/", deciding.accept, name="accept"),
    path("<int:occurrence>/return/", deciding.send_back, name="return"),
    path("<int:occurrence>/waive/", deciding.waive, name="waive"),
    path("<int:occurrence>/finding/", deciding.finding, name="finding"),
]
