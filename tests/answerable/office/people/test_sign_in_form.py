"""The form at the door says in its labels what it wants."""

import re

import pytest
from django.utils.translation import override

from answerable.office.people.sign_in_form import SignInForm
from tests.answerable.office.people.makers import make_account


def test_labels_say_what_is_wanted_and_nothing_stands_in_their_place():
    form = SignInForm()
    assert str(form.fields["login"].label) == "Name to sign in with, or e-mail"
    with override("zh-hans"):
        assert str(form.fields["login"].label) == "登录名或电子邮箱"
    assert "placeholder" not in form.fields["login"].widget.attrs
    assert form.fields["password"].help_text == ""


@pytest.mark.django_db
def test_a_password_is_hidden_and_a_manager_may_fill_it_in(client):
    page = client.get("/accounts/login/").content.decode()
    field = re.search(r"<input[^>]*name=\"password\"[^>]*>", page)[0]
    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in page


@pytest.mark.django_db
def test_a_password_counts_to_its_last_sign(client):
    account = make_account("ada")
    long = "correct horse battery staple " * 3 + "e"
    account.set_password(long)
    account.save()
    for wrong in (long[:-1], long + " ", long.title()):
        assert client.post("/accounts/login/", {"login": "ada", "password": wrong}).status_code == 200
    assert client.post("/accounts/login/", {"login": "ada", "password": long}).status_code == 302
