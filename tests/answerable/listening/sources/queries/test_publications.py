import pytest

from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import NotAllowed
from answerable.listening.sources import queries
from answerable.listening.sources.queries.publications import OFFERED, PAGE_SIZE
from tests.answerable.listening.sources.makers import make_publication, make_source

pytestmark = pytest.mark.django_db


def names(said):
    return [name for _pk, name in queries.publications_named(MACHINE, said)]


def test_a_part_of_a_name_finds_it_and_the_whole_name_comes_first():
    for name in ("City Post", "Post", "Radio"):
        make_publication(name=name)
    assert names("post") == ["Post", "City Post"]
    assert names("") == []


def test_a_number_finds_the_publication_that_links_name():
    post = make_publication(name="Post")
    assert queries.publications_named(MACHINE, str(post.pk)) == ((post.pk, "Post"),)


def test_many_publications_are_a_short_list_and_short_pages():
    for number in range(PAGE_SIZE + 10):
        make_publication(name=f"Paper {number:03}")
    assert len(names("paper")) == OFFERED
    assert len(queries.publications_page(MACHINE)) == PAGE_SIZE
    assert [row.name for row in queries.publications_page(MACHINE, "paper 007")] == ["Paper 007"]


def test_publications_count_their_sources():
    make_source()
    make_source()
    assert [(row.name, row.count) for row in queries.publications_page(MACHINE)] == [
        ("Harbour Evening News", 2)
    ]


def test_the_door_is_closed_to_who_may_not_read():
    for ask in (queries.publications_named, queries.publications_page):
        with pytest.raises(NotAllowed):
            ask(NOBODY, "post")
