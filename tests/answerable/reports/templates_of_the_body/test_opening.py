"""An uploaded Word file is looked through before anything opens it; the hostile ones are in the battery."""

import pytest

from answerable.reports.templates_of_the_body.opening import (
    FIELDS,
    FILE_MAX,
    PARTS_MAX,
    look_through,
)
from answerable.reports.templates_of_the_body.refusals import TemplateRefused
from tests.battery.papers import packed, word_file


def with_field(code):
    def change(parts):
        field = f'<w:p><w:fldSimple w:instr="{code}"/></w:p>'
        name = "word/document.xml"
        parts[name] = parts[name].replace(b"<w:body>", b"<w:body>" + field.encode(), 1)

    return word_file(change=change)


def test_a_plain_word_file_passes():
    look_through(word_file("{{title}}", "{{body}}"))


@pytest.mark.parametrize("code", sorted(FIELDS))
def test_fields_that_only_count_or_repeat_pass(code):
    look_through(with_field(f" {code} \\* MERGEFORMAT"))


def test_a_field_that_is_calculated_is_named_in_the_refusal():
    with pytest.raises(TemplateRefused) as refused:
        look_through(with_field("INCLUDETEXT x"))
    assert "INCLUDETEXT" in str(refused.value.sentence)
    assert refused.value.next_step


def test_a_link_to_the_web_that_a_reader_may_follow_passes():
    def change(parts):
        name = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        row = f'<Relationship Id="rLink" Type="{kind}" Target="https://a.example/" TargetMode="External"/>'
        parts[name] = parts[name].replace(b"</Relationships>", row.encode() + b"</Relationships>")

    look_through(word_file(change=change))


def test_a_file_that_is_too_large_or_has_too_many_parts_is_refused():
    with pytest.raises(TemplateRefused, match="larger than 8 MB"):
        look_through(b"PK" + b"\0" * FILE_MAX)
    with pytest.raises(TemplateRefused, match="more than 300 parts"):
        look_through(packed({f"x{place}.xml": b"<x/>" for place in range(PARTS_MAX + 1)}))


def test_a_part_that_swells_two_hundredfold_when_it_is_unpacked_is_refused():
    content = word_file(change=lambda parts: parts.update({"word/media/a.png": b"\0" * 5_000_000}))
    with pytest.raises(TemplateRefused, match="far too large"):
        look_through(content)
