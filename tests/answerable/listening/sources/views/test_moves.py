import pytest

from answerable.kernel.sealing import unseal
from answerable.kernel.trail.queries import entries_of
from tests.answerable.listening.sources.makers import make_source

pytestmark = pytest.mark.django_db


def test_the_buttons_of_a_source_move_it_and_leave_a_trail(ada):
    source = make_source()
    for move, state in (
        ("pause", "paused"),
        ("resume", "active"),
        ("poll-now", "active"),
        ("stop", "stopped"),
    ):
        answer = ada.post(f"/listen/sources/{source.pk}/{move}/")
        assert answer.status_code == 302, move
        source.refresh_from_db()
        assert source.state == state
    acts = [row.act for row in entries_of(f"source:{source.pk}")]
    assert acts == ["sources.stop", "sources.poll_now", "sources.resume", "sources.pause"]


def test_a_button_that_does_not_fit_the_state_is_refused_with_a_sentence(ada):
    source = make_source(state="stopped")
    answer = ada.post(f"/listen/sources/{source.pk}/resume/")
    assert answer.status_code == 409


def test_buttons_are_no_links(ada):
    source = make_source()
    assert ada.get(f"/listen/sources/{source.pk}/stop/").status_code == 405


def test_an_unknown_button_is_not_found(ada):
    assert ada.post(f"/listen/sources/{make_source().pk}/explode/").status_code == 404


def test_a_reader_cannot_stop_a_source(reader):
    source = make_source()
    assert reader.post(f"/listen/sources/{source.pk}/stop/").status_code == 403
    source.refresh_from_db()
    assert source.state == "active"


def test_a_new_secret_is_shown_once(ada):
    source = make_source(kind="webhook", address="tickets")
    page = ada.post(f"/listen/sources/{source.pk}/renew-secret/", follow=True).content.decode()
    source.refresh_from_db()
    secret = unseal(source.secrets["secret"])
    assert secret.startswith("whsec_")
    assert secret in page
    assert secret not in ada.get(f"/listen/sources/{source.pk}/").content.decode()
