"""The table of the papers of a full house."""

from benchmarks.papers import table


def test_the_table_has_the_brief_cold_and_warm_and_every_unit_s_filing():
    found = {
        "items": 1000,
        "brief": {"cold_ms": 90.0, "warm_ms": 30.0, "queries": 36},
        "filing": {"ms": [400.0, 20.0, 30.0, 10.0], "body_ms": 55.0},
        "files": {"pdf": [900.0, 20.0, 40.0, 30.0], "docx": [90.0, 50.0, 60.0, 70.0]},
    }
    figures = {row["what"]: row["value"] for row in table(found)}
    assert figures["morning brief, warm (36 statements)"] == 30.0
    assert figures["quarter's filing, the first"] == 400.0
    assert figures["quarter's filing, median unit"] == 30.0
    assert figures["quarter's filing of all 4 units, drafts"] == 0.46
    assert (figures["its PDF, first"], figures["its PDF, then"]) == (900.0, 30.0)
    assert figures["files of all 4 units, PDF and DOCX"] == 1.26
