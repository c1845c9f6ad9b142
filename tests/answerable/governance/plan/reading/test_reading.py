"""Word files: automatic numbers, what was struck out, and what is refused before it is opened."""

import io
import struct
import zipfile

import pytest

from answerable.governance.plan.reading.apart import read_outline
from answerable.governance.plan.reading.child import answer
from answerable.governance.plan.reading.lists import chinese, written
from answerable.governance.plan.rules.refusals import MOST_BYTES, BadPaper
from tests.answerable.governance.plan.makers import W, make_docx

LEVELS = [
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("lowerLetter", "(%4)"),
]


def numbering(levels=LEVELS, start=1):
    rows = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{rows}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def read(body):
    return [(one.ref, one.text) for one in read_outline(body).sentences]


def refused(body):
    with pytest.raises(BadPaper) as caught:
        read_outline(body)
    return caught.value.code


def test_typed_numbers_are_read():
    assert read(make_docx("一、总则", "（一）甲负责。")) == [("一（一）", "甲负责。")]


def test_numbers_that_the_program_draws_are_counted():
    body = make_docx(
        ("总则", 1, 0), ("甲负责。", 1, 1), ("乙负责。", 1, 1), ("职责", 1, 0), ("丙负责。", 1, 1), ("细目。", 1, 2),
        parts={"word/numbering.xml": numbering()},
    )  # fmt: skip
    assert read(body) == [
        ("一（一）", "甲负责。"),
        ("一（二）", "乙负责。"),
        ("二（一）", "丙负责。"),
        ("二（一）1", "细目。"),
    ]


def test_a_style_may_carry_the_number():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    paragraph = '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>甲负责。</w:t></w:r></w:p>'
    body = make_docx(
        body=paragraph, parts={"word/numbering.xml": numbering(start=3), "word/styles.xml": styles}
    )
    assert read(body) == [("三", "甲负责。")]


def test_words_struck_out_hidden_or_in_a_box_are_not_read():
    paragraph = (
        "<w:p><w:r><w:t>一、甲</w:t></w:r><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>负责。</w:t></w:r></w:p>"
    )
    assert read(make_docx(body=paragraph)) == [("一", "甲新负责。")]


def test_a_link_or_template_elsewhere_is_not_followed():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>'
    )
    body = make_docx("一、甲负责。", parts={"word/_rels/settings.xml.rels": rels})
    assert read(body) == [("一", "甲负责。")]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (70 * 1024 * 1024))
    return out.getvalue()


def liar():
    """A bomb whose head says that it unpacks to next to nothing."""
    body = bytearray(bomb())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = body.rindex(signature)
        body[at + offset : at + offset + 4] = struct.pack("<I", 100)
    return bytes(body)


ENTITIES = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>一、&c;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = (
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>一、&x;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("empty", b""),
        ("old_word", b"\xd0\xcf\x11\xe0" + b"x" * 100),
        ("not_docx", b"%PDF-1.7"),
        ("not_docx", make_docx("一、甲。", parts={"word/document.xml": ""})[:0] + b"PK\x05\x06" + b"\0" * 18),
        ("macros", make_docx("一、甲。", parts={"word/vbaProject.bin": "x"})),
        ("macros", make_docx("一、甲。", parts={"[Content_Types].xml": "x macroEnabled"})),
        ("embedded", make_docx("一、甲。", parts={"word/embeddings/oleObject1.bin": "x"})),
        ("entities", make_docx(parts={"word/document.xml": ENTITIES})),
        ("entities", make_docx(parts={"word/document.xml": OUTSIDE})),
        ("unreadable", make_docx(parts={"word/document.xml": "<not closed"})),
        ("unreadable", b"PK\x03\x04" + b"\x00" * 50),
        ("no_clauses", make_docx("没有编号的段落。")),
        ("too_heavy", bomb()),
        ("too_large", b"PK\x03\x04" + b"0" * MOST_BYTES),
        ("too_heavy", make_docx(*["一、甲。"] * 20_001)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_or_wrong_file_is_refused_with_its_reason(code, body):
    assert refused(body) == code


def test_a_bomb_that_lies_about_its_size_is_not_unpacked():
    assert refused(liar()) in ("too_heavy", "unreadable")


def test_the_child_answers_with_plain_values_only():
    assert answer(make_docx("一、甲负责。")) == {"paragraphs": ["一、甲负责。"]}
    assert answer(b"") == {"refused": "empty"}


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四"), (105, "一百零五"), (120, "一百二十")],
)
def test_numbers_are_written_in_chinese(number, words):
    assert chinese(number) == words


def test_other_styles_of_numbers():
    assert [written(4, style) for style in ("lowerRoman", "upperLetter", "decimalEnclosedCircle", "decimal")] == [
        "iv", "D", "④", "4",
    ]  # fmt: skip
