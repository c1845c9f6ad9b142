"""Which signs a font has, read from its character map."""

import struct

import pytest

from answerable.reports.layouts.coverage import FILE_MAX, covered, covered_by, joined, spans_of
from answerable.reports.rules.fonts import Fonts


def groups(*spans):
    """A subtable of format 12; the third of each is its first glyph."""
    rows = b"".join(struct.pack(">III", *span) for span in spans)
    return struct.pack(">HHIII", 12, 0, 16 + len(rows), 0, len(spans)) + rows


def segments(*spans, listed=()):
    """A subtable of format 4; a span in `listed` maps by a list of glyphs instead of a difference."""
    rows = [*spans, *((start, end) for start, end, _ in listed), (0xFFFF, 0xFFFF)]
    count = len(rows)
    glyphs, wheres = b"", [0] * len(spans)
    for place, (_, _, numbers) in enumerate(listed, len(spans)):
        wheres.append(2 * (count - place) + len(glyphs))
        glyphs += struct.pack(f">{len(numbers)}H", *numbers)
    wheres.append(0)
    body = b"".join(
        struct.pack(f">{count}H", *column)
        for column in ([end for _, end in rows], [start for start, _ in rows], [1] * count, wheres)
    )
    body = body[: 2 * count] + b"\0\0" + body[2 * count :]
    return struct.pack(">HHHHHHH", 4, 14 + len(body) + len(glyphs), 0, 2 * count, 0, 0, 0) + body + glyphs


def font(subtable, *, platform=3, encoding=1):
    table = struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable
    return struct.pack(">4sHHHH4sIII", b"OTTO", 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table


def read(tmp_path, content, index=0):
    path = tmp_path / f"{len(content)}.otf"
    path.write_bytes(content)
    return spans_of(str(path), index)


def test_a_map_of_groups_is_read_and_a_glyph_of_nought_is_no_sign(tmp_path):
    assert read(tmp_path, font(groups((0x4E00, 0x4E0F, 5), (0x20000, 0x20001, 0)), encoding=10)) == (
        (0x4E00, 0x4E0F),
        (0x20001, 0x20001),
    )


def test_a_map_of_segments_is_read_by_difference_and_by_list(tmp_path):
    made = segments((0x41, 0x5A), listed=((0x4E00, 0x4E03, (7, 0, 0xFFFF, 9)),))
    # A difference of 1 makes of glyph 65535 none.
    assert read(tmp_path, font(made)) == ((0x41, 0x5A), (0x4E00, 0x4E00), (0x4E03, 0x4E03))


def test_the_font_asked_for_is_read_from_a_collection(tmp_path):
    first, second = font(groups((1, 2, 1)), encoding=10), font(groups((5, 6, 1)), encoding=10)
    head = struct.pack(">4sIIII", b"ttcf", 0x10000, 2, 20, 20 + len(first))
    moved = [struct.pack(">I", 28 + 20), struct.pack(">I", 28 + 20 + len(first))]
    parts = [one[:20] + at + one[24:] for one, at in zip((first, second), moved, strict=True)]
    content = head + b"".join(parts)
    assert read(tmp_path, content, 0) == ((1, 2),)
    assert read(tmp_path, content, 1) == ((5, 6),)


def test_a_map_for_another_alphabet_is_none(tmp_path):
    assert read(tmp_path, font(groups((1, 2, 1)), platform=1, encoding=0)) == ()


@pytest.mark.parametrize("content", [b"", b"OTTO", b"not a font at all", font(groups((1, 2, 1)))[:40]])
def test_a_broken_file_has_no_signs_and_stops_nothing(tmp_path, content):
    assert read(tmp_path, content) == ()


def test_a_file_larger_than_any_font_is_not_read(tmp_path):
    path = tmp_path / "large.otf"
    with path.open("wb") as file:
        file.truncate(FILE_MAX + 1)
    assert spans_of(str(path)) == ()


def test_spans_that_touch_or_overlap_become_one():
    assert joined(iter([(5, 9), (1, 2), (3, 4), (8, 12), (20, 20)])) == ((1, 12), (20, 20))


def test_the_fonts_at_hand_have_latin_letters_and_nobody_has_the_last_code_point():
    has = covered(Fonts())
    assert has(ord("A"))
    assert not has(0x10FFFF)


def test_a_family_that_is_not_at_hand_has_nothing():
    assert not covered_by(Fonts(), "No Such Face")(ord("A"))
