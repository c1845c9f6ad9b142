"""The lines outside the body, worded once for every form."""

import pytest

from answerable.reports.layouts.heads import MARK_MAX, MARK_ROOM, heads_of
from answerable.reports.rules.signs import ems
from tests.answerable.reports.layouts.makers import make_document, make_english


def test_the_mark_says_document_once():
    assert heads_of(make_document()).mark == "青川区人民政府办公室文件"
    assert heads_of(make_document(issuer="青川区人民政府文件")).mark == "青川区人民政府文件"
    assert heads_of(make_document(issuer="")).mark == ""
    assert heads_of(make_english()).mark == "Qingchuan District Office"


@pytest.mark.parametrize("name", ["局", "青川区人民政府办公室", "青川区" * 20])
def test_the_mark_is_as_large_as_fits_and_no_larger(name):
    heads = heads_of(make_document(issuer=name))
    assert heads.mark_size <= MARK_MAX
    assert heads.mark_size * ems(heads.mark) <= MARK_ROOM + 1


def test_one_attachment_has_no_number_and_several_have():
    assert heads_of(make_document(attachments=("台账",))).attachments == ("台账",)
    assert heads_of(make_document(attachments=("台账", "明细"))).attachments == ("1. 台账", "2. 明细")


def test_the_issuer_stands_centred_on_the_date():
    heads = heads_of(make_document())
    centre_of_date = heads.date_in + ems(heads.dated) / 2
    assert heads.issuer_in + ems(heads.issuer) / 2 == pytest.approx(centre_of_date)
    assert heads_of(make_document(issuer="长" * 40)).issuer_in == 0


def test_the_colophon_is_worded_in_the_paper_s_language():
    zh, en = heads_of(make_document()), heads_of(make_english())
    assert (zh.copies, zh.printed) == ("抄送：区委宣传部，区委网信办。", "2026年10月9日印发")
    assert (en.copies, en.printed) == ("Copies: Press office, Internet office.", "Issued 9 October 2026")
    assert heads_of(make_document(copies=(), dated=None)).printed == ""


def test_an_english_number_keeps_its_square_brackets():
    assert heads_of(make_english()).number == "QDO [2026] 3"
    assert heads_of(make_document()).number == "青政办报〔2026〕3号"


def test_the_corner_holds_serial_secrecy_and_urgency_in_this_order():
    heads = heads_of(make_document(serial="000001", secrecy="秘密★1年", urgency="特急"))
    assert heads.corner == ("000001", "秘密★1年", "特急")
