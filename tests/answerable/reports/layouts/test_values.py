"""Numbers, days, links and document numbers, as a reader expects them."""

from datetime import UTC, date, datetime

import pytest

from answerable.reports.layouts.values import address, day, hexagonal, number, written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        *((0, "0"), (-0.0, "0"), (1204, "1,204"), (12.25, "12.25"), (8.5, "8.5"), (3.0, "3"), (-2, "−2")),
        *((0.001, "0"), (1e9, "1,000,000,000"), (float("nan"), "—"), (float("inf"), "—")),
    ],
)
def test_a_number_has_thousands_apart_and_at_most_two_places(value, shown):
    assert number(value) == shown


def test_a_day_is_written_as_each_language_writes_it():
    assert day(date(2026, 5, 3), "zh-hans") == "2026年5月3日"
    assert day(date(2026, 12, 31), "en") == "31 December 2026"
    assert written(datetime(2026, 5, 3, 9, 5, tzinfo=UTC), "en") == "3 May 2026 09:05"


def test_what_is_not_known_is_a_dash_and_never_a_nought():
    assert (written(None, "zh-hans"), written(None, "en"), written(0, "en")) == ("—", "–", "0")


@pytest.mark.parametrize(
    "link", ["https://a.example/x", "http://a.example", "mailto:office@a.example", "/respond/cases/3/"]
)
def test_links_to_the_web_to_mail_and_into_this_installation_stay(link):
    whole = address(link, "https://here.example/")
    assert whole == (f"https://here.example{link}" if link.startswith("/") else link)


@pytest.mark.parametrize(
    "link",
    [
        *("javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "//a.example/x"),
        *(
            "https://",
            "https:///x",
            "java\tscript:x",
            "https://a.example/\u202etxt",
            "mailto:",
            "http://[",
            "",
        ),
        *("/papers/3/", "vbscript:x", "\\\\127.0.0.1\\x"),
    ],
)
def test_any_other_link_is_none(link):
    assert address(link) == ""


def test_square_brackets_of_a_year_become_hexagonal_ones():
    for given in ("青政〔2026〕3号", "青政[2026]3号", "青政［2026］3号", "青政【2026】3号"):
        assert hexagonal(given) == "青政〔2026〕3号"
    assert hexagonal("[草稿]") == "[草稿]"
