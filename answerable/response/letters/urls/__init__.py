"""Addresses of the office's pages, below /respond/letters/."""

from django.urls import path

from answerable.response.letters import views

app_name = "letters"
urlpatterns = [
    path("", views.table, name="list"),
    path("export/", views.export, name="export"),
    path("add/", views.add, name="add"),
    path("figures/", views.figures, name="figures"),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("files/", views.hand_in, name="sheets"),
    path("files/template/", views.template, name="sheet_template"),
    path("files/<int:sheet>/", views.sheet, name="sheet"),
    path("files/<int:sheet>/confirm/", views.confirm, name="confirm_sheet"),
    path("files/<int:sheet>/drop/", views.drop, name="drop_sheet"),
    path("replies/", views.begin_reply, name="begin_reply"),
    path("replies/<int:reply>/", views.reply, name="reply"),
    path("replies/<int:reply>/hand-in/", views.hand_in_reply, name="hand_in_reply"),
    path("replies/<int:reply>/send/", views.send_reply, name="send_reply"),
    path("replies/<int:reply>/drop/", views.drop_reply, name="drop_reply"),
    path("inquiries/", views.inquiries, name="inquiries"),
    path("inquiries/add/", views.add_inquiry, name="add_inquiry"),
    path("inquiries/<int:inquiry>/", views.inquiry, name="inquiry"),
    path("inquiries/<int:inquiry>/contact/", views.journalist, name="journalist"),
    path("inquiries/<int:inquiry>/answer/", views.write_press_answer, name="write_press_answer"),
    path("inquiries/<int:inquiry>/<slug:move>/", views.move_inquiry, name="move_inquiry"),
    path("<int:letter>/", views.letter, name="letter"),
    path("<int:letter>/contact/", views.contact, name="contact"),
    path("<int:letter>/files/<int:file>/", views.take_out_file, name="file"),
    path("<int:letter>/<slug:move>/", views.move, name="move"),
]
