"""Every page opens, with nothing, with a town, in both languages."""

import pytest
from django.urls import reverse

from answerable.governance.duties.models import Occurrence
from answerable.office.people.rules import PostKind
from tests.answerable.governance.duties.makers import Town, make_town, opened, quarter_run
from tests.answerable.office.people.makers import make_account, make_member

pytestmark = pytest.mark.django_db

PAGES = ("mine", "matrix", "calendar", "year", "coverage", "handover", "burdens")


def sign_in(client, person):
    client.force_login(make_account(f"{person.name.lower()}-signs-in", person))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_page_opens_before_there_is_a_plan(client, page, language):
    client.force_login(make_member("Ada", PostKind.OFFICE))
    response = client.get(reverse(f"duties:{page}"), headers={"accept-language": language})
    assert response.status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_page_opens_in_a_town_with_duties(client, page, language):
    town = make_town()
    opened(town)
    sign_in(client, town.ada)
    address = reverse(f"duties:{page}")
    response = client.get(
        f"{address}?scope=all&month=2026-03&from=2026-01-01&year=2026", headers={"accept-language": language}
    )
    assert response.status_code == 200


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_run_opens_for_who_owes_it(client, language):
    town = make_town()
    run = opened(town)
    sign_in(client, town.chen)
    response = client.get(reverse("duties:run", args=[run.pk]), headers={"accept-language": language})
    text = response.content.decode()
    assert ("季度报送" if language == "zh-hans" else "Quarterly filing") in text
    assert reverse("duties:hand", args=[run.pk]) in text
    assert reverse("duties:ask-time", args=[run.pk]) in text


def test_a_run_of_another_unit_is_not_there_for_a_contact(client):
    town = make_town()
    opened(town)
    sign_in(client, town.chen)
    other = quarter_run(town, unit=1)
    assert client.get(reverse("duties:run", args=[other.pk])).status_code == 404


def test_a_cell_of_the_matrix_opens_to_the_sentence_the_runs_and_their_units(client):
    town = make_town()
    opened(town)
    sign_in(client, town.ada)
    matrix = client.get(f"{reverse('duties:matrix')}?from=2026-01-01").content.decode()
    address = f"{reverse('duties:cell')}?clause=c01&unit={town.units[0].pk}&from=2026-01-01"
    assert address.replace("&", "&amp;") in matrix
    cell = client.get(address).content.decode()
    assert "各科室每季度末报送情况" in cell
    assert reverse("duties:run", args=[quarter_run(town).pk]) in cell


@pytest.mark.parametrize("name", ["matrix-file", "calendar-file"])
def test_what_is_shown_comes_as_a_spreadsheet(client, name):
    town = make_town()
    opened(town)
    sign_in(client, town.ada)
    response = client.get(f"{reverse(f'duties:{name}')}?scope=all&month=2026-03&from=2026-01-01")
    assert response.content[:2] == b"PK"


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("duties:mine")).status_code == 302


def test_my_duties_show_fifty_of_ten_thousand_rows(client):
    town = Town()
    make_rows = [
        Occurrence(
            version=0,
            duty=f"d{number}",
            name_en="Filing",
            unit=town.units[0],
            post=town.contacts[0],
            period_begin="2026-01-01",
            period_end="2026-03-31",
            opens_at="2026-03-01T00:00Z",
            original_due="2026-03-31T00:00Z",
            due="2026-03-31T00:00Z",
            missed_at="2026-04-08T00:00Z",
            state="open",
            state_since="2026-03-01T00:00Z",
            holder=town.chen,
            holder_name="Chen",
        )
        for number in range(10_000)
    ]
    Occurrence.objects.bulk_create(make_rows, batch_size=500)
    sign_in(client, town.chen)
    text = client.get(reverse("duties:mine")).content.decode()
    assert text.count("du-buttons") == 50
    assert "10,000" in text or "10000" in text
