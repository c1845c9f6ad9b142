"""Forms of the room: a link or a file, and the last second of a day."""

from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.governance.duties.forms import EvidenceForm, PaperForm, TimeForm

KINDS = {"kinds": ("minutes",), "before": ()}


def test_evidence_is_a_link_or_a_file():
    form = EvidenceForm({"kind": "minutes", "effective_on": "2026-03-01"}, **KINDS)
    assert "link" in form.errors


def test_a_file_wins_over_a_link_and_keeps_its_name():
    given = {"kind": "minutes", "effective_on": "2026-03-01", "link": "https://a.example"}
    form = EvidenceForm(given, {"file": SimpleUploadedFile("minutes.pdf", b"x")}, **KINDS)
    assert form.is_valid()
    assert (form.proven().link, form.proven().name) == ("", "minutes.pdf")


def test_a_new_version_is_offered_only_where_there_is_an_old_one():
    assert "follows" not in EvidenceForm(**KINDS).fields
    assert "follows" in EvidenceForm(kinds=(), before=((1, "Minutes"),)).fields


def test_a_wish_ends_with_the_last_second_of_its_day():
    form = TimeForm({"until": "2026-04-10", "reason": "Flood."})
    assert form.is_valid()
    assert form.moment().astimezone(UTC) == datetime(2026, 4, 10, 15, 59, 59, tzinfo=UTC)


def test_a_paper_that_nobody_has_begun_is_its_first_edition():
    form = PaperForm({"title": "Q1", "body": " Text "})
    assert form.is_valid()
    assert (form.draft().edition, form.draft().body) == (0, " Text ")
