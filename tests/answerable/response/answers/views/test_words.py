"""The page of the guarded words."""

import pytest

from answerable.response.answers.models import GuardedWord
from tests.answerable.response.answers.makers import sign_in


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_office_adds_a_word_and_takes_it_off(office, client, language) -> None:
    sign_in(client, "ada")
    client.cookies["django_language"] = language
    client.post("/respond/answers/words/", {"word": "Blue folder", "why": "name of a paper"})
    page = client.get("/respond/answers/words/")
    assert "Blue folder" in page.text
    client.post(f"/respond/answers/words/{GuardedWord.objects.get().pk}/release/")
    assert not GuardedWord.objects.exists()


def test_a_contact_reads_the_list_and_keeps_it_not(office, client) -> None:
    sign_in(client, "chen")
    assert client.get("/respond/answers/words/").status_code == 200
    assert client.post("/respond/answers/words/", {"word": "Blue folder"}).status_code == 403
