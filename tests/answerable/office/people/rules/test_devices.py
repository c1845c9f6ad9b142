"""A browser and its system in two words."""

import pytest

from answerable.office.people.rules.devices import device_words

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (CHROME, "Chrome · Windows"),
        (f"{CHROME} Edg/150.0", "Edge · Windows"),
        (f"{CHROME} QQBrowser/13", "QQ Browser · Windows"),
        (
            "Mozilla/5.0 (Linux; Android 15) Chrome/150.0 Mobile Safari/537.36 MicroMessenger/8",
            "WeChat · Android",
        ),
        (
            "Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 Mobile HuaweiBrowser/5",
            "Huawei Browser · HarmonyOS",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1", "Safari · macOS"),
        ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iPad"),
        ("curl/8", ""),
        ("Firefox", "Firefox"),
        ("", ""),
    ],
)
def test_a_browser_is_known_by_what_it_says_of_itself(said, words):
    assert device_words(said) == words
