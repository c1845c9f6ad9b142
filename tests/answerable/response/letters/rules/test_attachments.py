"""Files that come with letters: looked at from outside, never opened."""

import io
import zipfile

import pytest

from answerable.response.letters.rules.attachments import (
    KEPT,
    MOST_BYTES,
    MOST_PIECES,
    REASONS,
    SIGNS,
    Piece,
    kind_of,
    look_at,
    safe_name,
)


def bomb():
    """An archive of one megabyte of zeros in a thousand bytes; bigger ones look the same from outside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(1_000_000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "pdf"),
        ("photo.jpg", b"\xff\xd8\xff\xe0....", "jpeg"),
        ("note.txt", "停水两天".encode(), "text"),
        ("form.docx", b"PK\x03\x04....", "office"),
    ],
)
def test_ordinary_files_are_kept(name, body, kind):
    looked = look_at(Piece(name, body), 0)
    assert (looked.kind, looked.refused) == (kind, "")


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("photo.jpg", b"MZ\x90\x00", "program"),
        ("run.txt", b"#!/bin/sh\nrm -rf /", "program"),
        ("photos.zip", bomb(), "archive"),
        ("photo.jpg.zip", bomb(), "archive"),
        ("page.txt", b"<html><script>alert(1)</script>", "markup"),
        ("drawing.svg", b"<svg onload='x()'/>", "markup"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old_office"),
        ("noise.bin", b"\x00\x01\x02", "unknown"),
        ("empty.pdf", b"", "empty"),
    ],
)
def test_what_a_file_is_decides_and_not_its_name(name, body, why):
    assert look_at(Piece(name, body), 0).refused == why


def test_a_giant_file_is_refused_by_its_claimed_size_without_its_body():
    assert look_at(Piece("a.pdf", b"", size=MOST_BYTES + 1), 0).refused == "too_large"


def test_the_eleventh_file_is_refused():
    assert look_at(Piece("a.pdf", b"%PDF-"), MOST_PIECES).refused == "too_many"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report.pdf", "report.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\r\nX-Header: b.pdf", "a X-Header: b.pdf"),
        (".htaccess", "htaccess"),
        ("", "file"),
        ("张伟13912345678.pdf", "张伟***.pdf"),
    ],
)
def test_a_name_holds_no_path_no_hidden_sign_and_no_number_of_a_person(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("a" * 500 + ".pdf")
    assert name.endswith(".pdf")
    assert len(name) <= 120


def test_every_reason_has_its_sentence():
    kinds = {kind for _start, kind in SIGNS} | {"office", "text", "markup", "unknown"}
    assert kinds - KEPT <= set(REASONS)


def test_an_office_document_under_another_name_is_a_packed_file():
    assert kind_of("photos.zip", b"PK\x03\x04") == "archive"
