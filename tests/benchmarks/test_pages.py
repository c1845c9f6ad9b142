"""The table of the pages of a full house."""

from benchmarks.pages import table


def page(route, queries, cpu_ms):
    return {"route": route, "queries": queries, "cpu_ms": cpu_ms}


def test_the_table_counts_the_pages_outside_the_bars_and_names_the_dearest_first():
    pages = [page("cheap/", 9, 11.0), page("dear/", 12, 240.0), page("chatty/", 30, 12.0)]
    rows = table({"control": [{"cpu_ms": 9.0}, {"cpu_ms": 11.0}], "pages": pages})
    figures = {row["what"]: row["value"] for row in rows}
    assert figures["pages within the control / 0.6"] == 2
    assert figures["pages over 80 ms"] == 1
    assert figures["pages over 12 statements"] == 1
    assert rows[7]["what"].startswith("dear/")
    assert rows[7]["peer"] == "24.0 x control"
