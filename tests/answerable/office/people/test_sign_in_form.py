"""The form at the door says in its labels what it wants."""

from django.utils.translation import override

from answerable.office.people.sign_in_form import SignInForm


def test_labels_say_what_is_wanted_and_nothing_stands_in_their_place():
    form = SignInForm()
    assert str(form.fields["login"].label) == "Name to sign in with, or e-mail"
    with override("zh-hans"):
        assert str(form.fields["login"].label) == "登录名或电子邮箱"
    assert "placeholder" not in form.fields["login"].widget.attrs
    assert form.fields["password"].help_text == ""
