"""Made-up items for tests: small towns where the same things happen again and again."""

from datetime import UTC, datetime, timedelta

from storystream.items import Item

START = datetime(2026, 5, 1, 9, tzinfo=UTC)
MATTERS = (
    ("Water main bursts in Mill Lane", "Hundreds of homes in Mill Lane lose water after a main bursts"),
    ("Hospital in Ashford cancels operations", "Operations are cancelled in Ashford hospital after a flood"),
    ("School bus contract goes to Redline", "The council gives the school bus contract to Redline of Dover"),
    ("城东水厂今晚停水检修", "城东水厂管网检修，今晚十点至次日六点停水"),
    ("市第一医院门诊楼起火", "市第一医院门诊楼今早起火，无人伤亡"),
)
TURNS = ("", " - latest", ": what we know", " as residents complain", " 最新进展", " 官方回应")


def make_item(number, **changes):
    """One of a stream of items, three an hour, on five matters in turn."""
    title, text = MATTERS[number % len(MATTERS)]
    fields = {
        "id": f"i{number}",
        "title": title + TURNS[number // len(MATTERS) % len(TURNS)],
        "text": f"{text}. Report {number}.",
        "published_at": START + timedelta(minutes=20 * number),
        "source": f"paper{number % 3}",
    }
    return Item(**{**fields, **changes})


def make_items(count, **changes):
    """The first `count` of them."""
    return [make_item(number, **changes) for number in range(count)]
