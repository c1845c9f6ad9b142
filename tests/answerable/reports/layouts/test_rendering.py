"""One way in for every form."""

import pytest

from answerable.reports.layouts.rendering import FORMS, name_of, render
from tests.answerable.reports.layouts.makers import make_document, make_english

BEGINS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!doctype html>", "xlsx": b"PK", "csv": b"PK"}


@pytest.mark.parametrize("form", list(FORMS))
def test_each_form_gives_a_file_of_its_kind_named_after_the_paper(form):
    made = render(make_document(), form)
    assert made.content.startswith(BEGINS[form])
    assert made.name.startswith("青川区人民政府办公室关于2026年第三季度")
    assert made.name.endswith((f".{form}", "-csv.zip"))
    assert "/" in made.media_type


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "a/b\\c:d*e?", "x\r\nSet-Cookie: y", "...", "", "文" * 300]
)
def test_no_title_makes_a_name_that_leaves_its_folder_or_breaks_a_head(title):
    name = name_of(make_english(title=title))
    assert name
    assert not set(name) & set('/\\:*?"<>|\r\n\0')
    assert not name.startswith(".")
    assert len(name) <= 80
