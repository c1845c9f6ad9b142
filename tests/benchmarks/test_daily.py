"""The table of the pages of every day."""

from benchmarks.daily import table


def page(what, queries, p95_ms):
    return {"what": what, "queries": queries, "p95_ms": p95_ms, "control_ms": 8.0}


def test_each_page_stands_beside_the_control_of_its_minute_and_the_chatty_ones_are_counted():
    rows = table({"rows": {"Items": 50_000}, "pages": [page("home", 31, 40.0), page("papers", 9, 16.0)]})
    assert rows[0]["value"] == 50_000
    assert rows[1]["what"] == "home, p95 (31 statements)"
    assert rows[1]["peer"] == "5.0 x control (8)"
    assert rows[-1]["value"] == 1
