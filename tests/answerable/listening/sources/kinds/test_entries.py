"""Identity, dates and the cap: the games that feeds play with readers."""

from datetime import UTC, datetime, timedelta

from answerable.listening.sources.kinds import Outcome, Reading
from answerable.listening.sources.kinds.entries import MOST_ITEMS, Context, Entry, gather

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)
CONTEXT = Context(AT, "https://site.example/feed")


def read(*entries: Entry, memory: dict[str, object] | None = None) -> Reading:
    return gather(entries, CONTEXT, memory or {})


def keys(reading: Reading) -> list[str]:
    return [item.key for item in reading.items]


def test_an_edited_article_keeps_its_identity_by_its_name() -> None:
    before = read(Entry(name="7", title="Water off", link="/a"))
    after = read(Entry(name="7", title="Water off until six", link="/a2"))
    assert keys(before) == keys(after)


def test_without_a_name_the_link_is_the_identity() -> None:
    assert keys(read(Entry(title="Water off", link="/a"))) == keys(
        read(Entry(title="Water off (2)", link="/a"))
    )


def test_a_name_that_repeats_the_link_is_none() -> None:
    assert keys(read(Entry(name="/a", title="x", link="/a"))) == keys(read(Entry(title="y", link="/a")))


def test_different_articles_under_one_name_are_all_kept() -> None:
    reading = read(Entry(name="1", title="a", link="/a"), Entry(name="1", title="b", link="/b"))
    assert len(reading.items) == 2


def test_different_articles_under_one_link_are_all_kept() -> None:
    reading = read(Entry(title="a", link="/"), Entry(title="b", link="/"))
    assert len(set(keys(reading))) == 2


def test_the_same_entry_twice_is_one_item_and_a_told_repeat() -> None:
    reading = read(Entry(name="1", title="a", link="/a"), Entry(name="1", title="a", link="/a"))
    assert len(reading.items) == 1
    assert [refused.code for refused in reading.refused] == ["twice"]


def test_two_alike_without_name_and_link_are_both_kept() -> None:
    assert len(set(keys(read(Entry(title="Notice"), Entry(title="Notice"))))) == 2


def visit(number: int, memory: dict[str, object]) -> Reading:
    entries = [Entry(name=f"{number}-{n}", title=f"t{n}", link=f"/{n}") for n in range(5)]
    return read(*entries, memory=memory)


def test_a_feed_that_renames_its_entries_is_noticed_and_read_by_link() -> None:
    first = visit(1, {})
    second = visit(2, dict(first.memory))
    third = visit(3, dict(second.memory))
    assert "guid_unstable" not in first.notes
    assert "guid_unstable" in second.notes
    assert keys(second) == keys(third)


def test_dates_outside_ten_years_are_corrected_and_noted() -> None:
    reading = read(
        Entry(name="1", title="a", published_at=datetime(2099, 1, 1, tzinfo=UTC)),
        Entry(name="2", title="b", published_at=datetime(1970, 1, 1, tzinfo=UTC)),
        Entry(name="3", title="c", published_at=AT - timedelta(days=2)),
    )
    assert [item.published_at for item in reading.items] == [
        AT,
        AT - timedelta(days=3652),
        AT - timedelta(days=2),
    ]
    assert "clamped_dates" in reading.notes


def test_five_hundred_entries_are_read_and_the_cut_is_told() -> None:
    reading = gather((Entry(name=str(n), title=f"t{n}") for n in range(10**6)), CONTEXT, {})
    assert len(reading.items) == MOST_ITEMS
    assert [refused.code for refused in reading.refused] == ["over_the_cap"]


def test_titles_and_texts_are_plain() -> None:
    item = read(Entry(name="1", title="<b>Water</b> &amp; gas", text="<p>a</p><script>b</script>")).items[0]
    assert (item.title, item.text) == ("Water & gas", "a")


def test_a_link_is_made_whole_by_the_entrys_own_origin() -> None:
    item = read(Entry(name="1", title="x", link="y", origin="https://other.example/z/")).items[0]
    assert item.link == "https://other.example/z/y"


def test_a_document_without_entries_is_read_and_empty() -> None:
    assert read().outcome is Outcome.READ
