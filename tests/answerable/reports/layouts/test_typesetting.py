"""The typesetter takes files from memory and nothing else."""

import pytest
import typst

from answerable.reports.layouts.typesetting import forget_fonts, shelf, typeset
from answerable.reports.rules.fonts import Fonts


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        '#read("../../etc/passwd")',
        '#image("/etc/passwd")',
        '#import "@preview/tablex:0.0.8": *',
        '#import "http://127.0.0.1:9/x.typ": *',
        '#include "/etc/hostname"',
        '#plugin("/bin/sh")',
    ],
)
def test_no_file_of_the_machine_no_package_and_no_address_is_opened(words):
    with pytest.raises(typst.TypstError):
        typeset({"main.typ": words.encode()}, "pdf", Fonts())


def test_the_same_files_give_the_same_bytes_at_any_moment():
    files = {"main.typ": b"#set document(title: [x])\nHello"}
    assert typeset(files, "pdf", Fonts()).content == typeset(files, "pdf", Fonts()).content


def test_a_face_that_is_not_at_hand_is_warned_of():
    warned = typeset({"main.typ": b'#set text(font: "No Such Face")\nx'}, "pdf", Fonts()).warnings
    assert any("no such face" in words.lower() for words in warned)


def test_fonts_are_looked_for_once_until_they_are_forgotten():
    first = shelf(Fonts())
    assert shelf(Fonts()) is first
    forget_fonts()
    assert shelf(Fonts()) is not first


def test_a_picture_of_several_pages_is_refused():
    with pytest.raises(TypeError, match="several pages"):
        typeset({"main.typ": b"a #pagebreak() b"}, "png", Fonts())
