"""Which language a text is in: the label when there is one, the script when there is none."""

import re

LABEL = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
KANA = re.compile(r"[\u3041-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7af]")
TIBETAN = re.compile(r"[\u0f00-\u0fff]")
#: Letters that Uyghur writes and Arabic does not.
UYGHUR = re.compile(r"[\u06c6\u06c7\u06c8\u06cb\u06d0\u06d5\u06ad\u06be]")
SEEN = 400


def language_of(label: str, text: str) -> str:
    """Give a primary language tag ("zh", "en", ...) or "" when neither label nor script decides."""
    found = LABEL.fullmatch(label.strip())
    declared = found[1].lower() if found else ""
    by_script = _by_script(text[:SEEN])
    # A Chinese text in a feed that calls itself "en" is common; the script does not lie.
    return by_script or declared


def _by_script(text: str) -> str:
    if text.isascii():
        return ""
    for name, letters in (("ja", KANA), ("ko", HANGUL), ("bo", TIBETAN), ("ug", UYGHUR)):
        if len(letters.findall(text)) * 10 > len(text):
            return name
    return "zh" if len(HAN.findall(text)) * 5 > len(text) else ""
