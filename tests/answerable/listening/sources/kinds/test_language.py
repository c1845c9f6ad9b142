"""The language of a text: script before label."""

import pytest

from answerable.listening.sources.kinds.language import language_of


@pytest.mark.parametrize(
    ("label", "text", "language"),
    [
        ("en-US", "The water is back", "en"),
        ("", "河畔区明早停水", "zh"),
        ("en", "河畔区明早停水", "zh"),
        ("zh-CN", "停水", "zh"),
        ("zh_TW", "停水", "zh"),
        ("", "明日の断水について", "ja"),
        ("", "내일 단수 안내", "ko"),
        ("", "The water is back", ""),
        ("not a label at all", "Water", ""),
        ("de", "Das Wasser ist wieder da", "de"),
        ("", "ئۇيغۇر ئېلى سۈيى", "ug"),
        ("", "ཆུ་མེད།", "bo"),
        ("", "", ""),
    ],
)
def test_script_decides_and_the_label_helps(label: str, text: str, language: str) -> None:
    assert language_of(label, text) == language
