"""Addresses of the room."""

from django.urls import path

from answerable.governance.training.views import keeping, looking, mine

app_name = "training"
urlpatterns = [
    path("", looking.mine, name="mine"),
    path("record/", looking.record, name="record"),
    path("record/<int:person>/", looking.record, name="record-of"),
    path("evidence/", mine.hand_in, name="evidence"),
    path("short/", looking.short, name="short"),
    path("courses/", looking.listing, name="list"),
    path("courses/add/", keeping.add_course, name="add-course"),
    path("courses/<int:course>/", looking.course, name="course"),
    path("courses/<int:course>/edit/", keeping.edit_course, name="edit-course"),
    path("courses/<int:course>/plan/", keeping.plan_session, name="plan"),
    path("courses/<int:course>/quiz/", mine.quiz, name="quiz"),
    path("courses/<int:course>/exercise/", mine.begin, name="begin"),
    path("sessions/<int:session>/", looking.session, name="session"),
    path("sessions/<int:session>/enter/", mine.enter, name="enter"),
    path("sessions/<int:session>/leave/", mine.leave, name="leave"),
    path("sessions/<int:session>/sign/", mine.sign_own, name="sign-own"),
    path("sessions/<int:session>/people/", keeping.enter_others, name="enter-others"),
    path("sessions/<int:session>/signed/", keeping.sign_for, name="sign-for"),
    path("sessions/<int:session>/cancel/", keeping.cancel, name="cancel"),
    path("exercises/", looking.exercises, name="exercises"),
    path("exercises/<int:exercise>/", mine.exercise, name="exercise"),
    path("exercises/<int:exercise>/feedback/", keeping.feedback, name="feedback"),
    path("exercises/<int:exercise>/delete/", mine.delete, name="delete-text"),
    path("certificates/<int:certificate>/", looking.certificate, name="certificate"),
]
