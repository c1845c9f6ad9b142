"""Addresses of the room. Those below draws/ that only read are open to anyone."""

from django.urls import path

from answerable.governance.inspections.views import drawing, findings, looking, planning, visiting

app_name = "inspections"
urlpatterns = [
    path("", looking.board, name="list"),
    path("add/", planning.add, name="add"),
    path("year/", looking.year, name="year"),
    path("year/<int:year>/settle/", planning.settle, name="settle"),
    path("programmes/add/", planning.add_programme, name="add-programme"),
    path("programmes/<int:programme>/round/", planning.next_round, name="next-round"),
    path("programmes/<int:programme>/end/", planning.end_programme, name="end-programme"),
    path("findings/", looking.finding_list, name="findings"),
    path("findings/<int:finding_id>/", looking.finding, name="finding"),
    path("findings/<int:finding_id>/put/", findings.put, name="put"),
    path("findings/<int:finding_id>/<str:made>/", findings.move, name="move"),
    path("visits/<int:visit_id>/", visiting.visit, name="visit"),
    path("visits/<int:visit_id>/answer/", visiting.answer, name="answer"),
    path("visits/<int:visit_id>/finish/", visiting.finish, name="finish"),
    path("visits/<int:visit_id>/finding/", visiting.finding, name="add-finding"),
    path("files/<int:observation>/", looking.file, name="file"),
    path("draws/", drawing.draws, name="draws"),
    path("draws/verify/", drawing.verify, name="verify"),
    path("draws/<int:draw>/bundle.json", drawing.bundle, name="bundle"),
    path("draws/<int:draw>/seal/", drawing.seal, name="seal"),
    path("draws/<int:draw>/tell/<str:source>/", drawing.tell, name="tell"),
    path("draws/<int:draw>/cancel/", drawing.cancel, name="cancel-draw"),
    path("draws/<int:draw>/aside/", drawing.aside, name="aside"),
    path("<int:round_id>/", looking.one, name="one"),
    path("<int:round_id>/sheet.xlsx", looking.sheet, name="sheet"),
    path("<int:round_id>/questions/", planning.questions, name="questions"),
    path("<int:round_id>/commit/", drawing.commit, name="commit"),
    path("<int:round_id>/hold/", drawing.hold, name="hold"),
    path("<int:round_id>/begin/", planning.begin, name="begin"),
    path("<int:round_id>/read/", planning.read_result, name="read"),
    path("<int:round_id>/report/", planning.report, name="report"),
    path("<int:round_id>/close/", planning.close, name="close"),
    path("<int:round_id>/cancel/", planning.cancel, name="cancel"),
    path("<int:round_id>/evidence/", planning.evidence, name="evidence"),
]
