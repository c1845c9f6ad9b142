"""Addresses of the room."""

from django.urls import path

from answerable.office.people.views import accounts, mine, persons, posts, rosters, units

app_name = "people"
urlpatterns = [
    path("", units.units, name="units"),
    path("units/add/", units.add_unit, name="add-root"),
    path("units/<int:unit>/", units.unit, name="unit"),
    path("units/<int:above>/add/", units.add_unit, name="add-unit"),
    path("units/<int:unit>/change/", units.change_unit, name="change-unit"),
    path("units/<int:unit>/move/", units.move_unit, name="move-unit"),
    path("units/<int:unit>/merge/", units.merge_unit, name="merge-unit"),
    path("units/<int:unit>/close/", units.close_unit, name="close-unit"),
    path("units/<int:unit>/posts/add/", posts.add_post, name="add-post"),
    path("posts/<int:post>/", posts.post, name="post"),
    path("posts/<int:post>/change/", posts.change_post, name="change-post"),
    path("posts/<int:post>/close/", posts.close_post, name="close-post"),
    path("posts/<int:post>/hold/", posts.hold_post, name="hold-post"),
    path("holdings/<int:holding>/end/", posts.end_holding, name="end-holding"),
    path("persons/", persons.persons, name="persons"),
    path("persons/add/", persons.add_person, name="add-person"),
    path("persons/<int:person>/", persons.person, name="person"),
    path("persons/<int:person>/change/", persons.change_person, name="change-person"),
    path("persons/<int:person>/left/", persons.retire_person, name="retire-person"),
    path("persons/<int:person>/away/", persons.add_absence, name="add-absence"),
    path("persons/<int:person>/away/<int:absence>/drop/", persons.drop_absence, name="drop-absence"),
    path("rosters/", rosters.hand_in, name="rosters"),
    path("rosters/template.xlsx", rosters.template, name="roster-template"),
    path("rosters/now.xlsx", rosters.export, name="roster-now"),
    path("rosters/<int:roster>/", rosters.roster, name="roster"),
    path("rosters/<int:roster>/apply/", rosters.apply, name="apply-roster"),
    path("rosters/<int:roster>/drop/", rosters.drop, name="drop-roster"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/add/", accounts.add_account, name="add-account"),
    path("accounts/<int:account>/", accounts.account, name="account"),
    path("accounts/<int:account>/link/", accounts.new_link, name="new-link"),
    path("accounts/<int:account>/disable/", accounts.disable, name="disable-account"),
    path("accounts/<int:account>/enable/", accounts.enable, name="enable-account"),
    path("accounts/<int:account>/factors/", accounts.reset_factors, name="reset-factors"),
    path("accounts/<int:account>/role/", accounts.change_role, name="change-role"),
    path("me/", mine.mine, name="mine"),
    path("me/language/", mine.set_language, name="my-language"),
    path("me/sign-out-elsewhere/", mine.end_sessions, name="end-sessions"),
    path("me/sign-out-one/", mine.end_session, name="end-session"),
]
