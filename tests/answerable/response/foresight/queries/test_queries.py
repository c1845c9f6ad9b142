"""Reading releases: who sees what, in how many queries, and what other rooms are given."""

import json

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.sheet import Sheet
from answerable.response.cases.queries.beside import drafts
from answerable.response.channels.models import Channel
from answerable.response.foresight import actions, queries
from answerable.response.foresight.actions import PreparedDraft
from answerable.response.foresight.queries import Wish
from answerable.response.foresight.queries.before import before_of
from answerable.response.foresight.queries.closing import file_of
from answerable.response.foresight.queries.content import content_of, hash_now, missing_of
from answerable.response.foresight.queries.door import release_for, releases_of
from answerable.response.foresight.queries.names import release_of_subject
from answerable.response.foresight.queries.outlets import live_channels
from answerable.response.foresight.rules.complete import Lack
from answerable.response.foresight.rules.states import Standing
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import (
    DAY,
    NOON,
    agreed,
    finished,
    going,
    handed_in,
    make_release,
    over,
    released,
    row_of,
    write_all,
)


def make_channel(cast, **changes) -> Channel:
    """The bureau's site."""
    fields = {
        "name": "Bureau site",
        "kind": "site",
        "platform": "website",
        "address": "https://bureau.example",
        "purpose": "News",
        "unit_id": cast.office.pk,
        "holder_id": cast.body.pk,
        "keeper_post_id": min(cast.ada.posts),
        "state": "live",
        "filing_no": "1",
        "filed_on": NOON.date(),
        "since": NOON,
        "created_at": NOON,
    }
    return Channel.objects.create(**{**fields, **changes})


def test_a_release_is_seen_by_who_reaches_its_unit(cast) -> None:
    release = make_release(cast)
    for who in (cast.ada, cast.boris, cast.chen, cast.emil, MACHINE):
        assert release_for(who, release).pk == release
    for who in (cast.dana, cast.fang):
        assert not releases_of(who).exists()
        with pytest.raises(NotFound):
            release_for(who, release)


def test_who_works_on_a_case_sees_the_release_whose_answers_lie_there(cast) -> None:
    release = released(cast, at=NOON)
    make_case(cast, title="The water price", unit=cast.repair.pk, at=NOON + DAY)
    assert release_for(cast.fang, release).pk == release
    with pytest.raises(NotAllowed):
        actions.write(release, PreparedDraft("Why?", "So."), by=cast.fang, at=NOON + DAY)


def test_the_list_knows_how_far_each_got(cast) -> None:
    made = {make_release(cast): "draft", handed_in(cast): "at_gate", agreed(cast): "agreed"}
    found = {row.id: row.standing for row in queries.releases(cast.ada, Wish()).rows}
    assert found == {pk: Standing(name) for pk, name in made.items()}


def test_the_counts_of_the_tabs_are_those_of_the_rows(cast) -> None:
    for make in (finished, over, released, make_release):
        make(cast)
    counts = queries.releases(cast.ada, Wish()).counts
    assert counts == {"planned": 1, "watched": 1, "over": 1, "finished": 1, "all": 4}
    for tab, count in counts.items():
        table = queries.releases(cast.ada, Wish(tab=tab))
        assert len(table.rows) == table.total == count


def test_the_page_takes_as_many_queries_for_much_as_for_little(cast, django_assert_max_num_queries) -> None:
    release = make_release(cast)
    write_all(cast, release)
    for number in range(20):
        actions.write(release, PreparedDraft(f"Question {number}?", "So."), by=cast.chen, at=NOON)
    with django_assert_max_num_queries(60):
        page = queries.release_of(cast.chen, release, at=NOON)
    assert len(page.assessed.questions) == 21


def test_past_stories_are_offered_by_the_terms_and_not_twice(cast) -> None:
    story = make_story(("The water price rises in the next town",))
    release = make_release(cast)
    assert queries.look_alike(cast.ada, row_of(release), "").stories == ()
    actions.arrange(release, going(cast), by=cast.chen, at=NOON)
    assert [one.id for one in queries.look_alike(cast.ada, row_of(release), "").stories] == [story.pk]
    actions.write(release, actions.SimilarDraft(story.pk, "The same."), by=cast.chen, at=NOON)
    assert queries.look_alike(cast.ada, row_of(release), "").stories == ()


def test_prepared_answers_are_named_in_the_case_as_drafts_are(cast) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="The water price", at=NOON + DAY)
    row = drafts(cast.chen, case)[0]
    assert (row.title, row.address) == (
        row_of(release).title,
        f"/respond/foresight/{release}/prepared/{case}/",
    )
    with pytest.raises(NotFound):
        queries.prepared_for(cast.fang, release, case)


def test_a_body_with_channels_says_on_which_it_goes_out(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    from_plan = content_of(row_of(release))
    assert Lack.CHANNELS not in missing_of(from_plan, ())
    channel = make_channel(cast)
    make_channel(cast, name="Old", address="https://old.example", state="closed", reason="Gone")
    assert live_channels() == {channel.pk: "Bureau site"}
    actions.arrange(release, going(cast, channels=(channel.pk,)), by=cast.chen, at=NOON)
    assert content_of(row_of(release)).heading.channels == ("Bureau site",)


def test_the_clause_that_asks_for_the_gate_is_named(cast) -> None:
    sheet = Sheet(calendar="CN", zone="Asia/Shanghai", clauses={"g-decision": ("c31",)})
    clocks.adopt(sheet, by=cast.boris, at=NOON)
    assert queries.release_of(cast.ada, make_release(cast), at=NOON).clause == "c31"


def test_what_is_before_a_release_is_read_from_its_text_and_not_from_its_row(cast) -> None:
    release = agreed(cast)
    row = row_of(release)
    assert before_of(row).agreed
    assert hash_now(row) == row.text_hash
    row.audiences.update(change="Nothing changes.")
    assert not before_of(row_of(release)).agreed


def test_the_same_rows_give_the_same_file(cast) -> None:
    release = finished(cast)
    assert file_of(row_of(release)) == row_of(release).file
    assert json.loads(row_of(release).file)["title"] == row_of(release).title


def test_only_subjects_of_releases_name_one() -> None:
    assert release_of_subject("release:7") == 7
    assert [release_of_subject(one) for one in ("answer:7", "release:x", "release")] == [None, None, None]
