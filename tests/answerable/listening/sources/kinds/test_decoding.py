"""Text from bytes: Chinese encodings byte-exact, whatever the labels say."""

import pytest

from answerable.listening.sources.kinds.decoding import decode

#: 镕 喆 堃 are outside GB2312, 𠮷 is outside GBK: GB18030 carries them all.
CHINESE = (
    "<?xml version='1.0' encoding='{}'?><rss><channel><title>河畔区停水通知：镕喆堃</title></channel></rss>"
)
TRADITIONAL = (
    "<?xml version='1.0' encoding='{}'?><rss><channel><title>河畔區停水通知，請儲水</title></channel></rss>"
)


@pytest.mark.parametrize("label", ["gbk", "gb18030", "GB2312", "utf-8", "utf-16", "x-gbk"])
def test_simplified_chinese_is_exact_in_its_own_encodings(label: str) -> None:
    codec = {"GB2312": "gb18030", "x-gbk": "gbk"}.get(label, label)
    text = CHINESE.format(label)
    assert decode(text.encode(codec))[0] == text


def test_a_character_outside_gbk_survives_in_gb18030() -> None:
    text = CHINESE.format("gb18030").replace("通知", "𠮷㐀")
    assert decode(text.encode("gb18030")) == (text, False)


@pytest.mark.parametrize("label", ["big5", "Big5-HKSCS"])
def test_traditional_chinese_is_exact(label: str) -> None:
    text = TRADITIONAL.format(label)
    assert decode(text.encode("big5hkscs")) == (text, False)


def test_hz_is_read() -> None:
    text = "<?xml version='1.0' encoding='hz-gb-2312'?><rss><title>停水通知</title></rss>"
    assert decode(text.encode("hz"))[0] == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [("utf-8", "gb18030"), ("utf-8", "gbk"), ("gb2312", "utf-8"), ("big5", "utf-8"), ("iso-8859-1", "utf-8"),
     ("us-ascii", "utf-8"), ("no-such-charset", "utf-8"), ("no-such-charset", "gb18030"), ("utf-7", "utf-8")],
)  # fmt: skip
def test_a_label_that_does_not_fit_its_bytes_loses(label: str, codec: str) -> None:
    text = CHINESE.format(label)
    assert decode(text.encode(codec))[0] == text


def test_the_header_wins_over_the_declaration_when_both_fit() -> None:
    text = CHINESE.format("utf-8")
    assert decode(text.encode("gb18030"), "text/xml; charset=GBK")[0] == text


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
def test_unicode_shows_itself(codec: str) -> None:
    text = "<rss><title>停水</title></rss>"
    assert decode(text.encode(codec), "text/xml; charset=big5")[0] == text


@pytest.mark.parametrize(
    ("label", "codec"), [("koi8-r", "koi8-r"), ("windows-1251", "cp1251"), ("euc-kr", "cp949")]
)
def test_other_scripts_are_read_as_labelled(label: str, codec: str) -> None:
    word = {"cp949": "단수"}.get(codec, "вода")
    text = f"<?xml version='1.0' encoding='{label}'?><rss><title>{word}</title></rss>"
    assert decode(text.encode(codec))[0] == text


def test_a_pages_meta_is_found() -> None:
    text = "<html><head><meta charset=gb2312></head><body>停水通知</body></html>"
    assert decode(text.encode("gbk"))[0] == text


def test_text_cut_inside_a_character_loses_only_that_character() -> None:
    body = ("停水通知" * 50).encode()[:-1]
    assert decode(body)[0].startswith("停水通知" * 49)


@pytest.mark.parametrize("label", ["utf-7", "idna", "rot13", "zlib", "unicode_escape", "undefined", "\u00e9"])
def test_codecs_that_are_traps_are_not_used(label: str) -> None:
    text = f"<?xml version='1.0' encoding='{label}'?><rss>+AGE-</rss>"
    assert "+AGE-" in decode(text.encode())[0]
