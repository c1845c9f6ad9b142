"""Counts the numbers that a word processor draws by itself: they stand in no paragraph's text."""

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
#: Nine levels is what the format knows.
LEVELS = 9
#: Styles lean on styles; nobody leans on more.
MOST_STYLES_DEEP = 20


def chinese(number: int) -> str:
    """Write a number up to 999 in Chinese characters."""
    if number >= 100:
        rest = number % 100
        gap = "零" if 0 < rest < 10 else ""
        return (
            f"{_DIGITS[number // 100]}百{gap}{chinese(rest) if rest else ''}"
            if number < 1000
            else str(number)
        )
    if number < 10:
        return _DIGITS[number]
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def written(number: int, style: str) -> str:
    """Write a number in the style of a list."""
    if style in _CHINESE:
        return chinese(number)
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman, left = "", min(number, 39)
        for value, sign in _ROMAN:
            count, left = divmod(left, value)
            roman += sign * count
        return roman if style == "lowerRoman" else roman.upper()
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    pattern: str
    start: int


class Lists:
    """The lists of one document, and how far each has counted."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, tuple[tuple[str, int] | None, str]] = {}
        if numbering is not None:
            self._read_numbering(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_numbering(self, root: etree._Element) -> None:
        kinds = {
            _value(one, "abstractNumId"): {
                level: _Level(
                    _of(row, "numFmt", "decimal"), _of(row, "lvlText", ""), _number(_of(row, "start", "1"), 1)
                )
                for row in one.findall(f"{W}lvl")
                if 0 <= (level := _number(_value(row, "ilvl"), -1)) < LEVELS
            }
            for one in root.findall(f"{W}abstractNum")
        }
        for one in root.findall(f"{W}num"):
            key, kind = _value(one, "numId"), _of(one, "abstractNumId", "")
            self._levels[key] = kinds.get(kind, {})
            self._abstract[key] = kind

    def _read_styles(self, root: etree._Element) -> None:
        for style in root.findall(f"{W}style"):
            own = _list_of(style.find(f"{W}pPr"))
            self._styles[_value(style, "styleId")] = (own, _of(style, "basedOn", ""))

    def number(self, paragraph: etree._Element) -> str:
        """Give the number drawn before a paragraph, and count on."""
        properties = paragraph.find(f"{W}pPr")
        place = _list_of(properties)
        if place is None and properties is not None:
            place = self._by_style(_of(properties, "pStyle", ""))
        if place is None or place[0] == "0":
            return ""
        key, depth = place
        level = self._levels.get(key, {}).get(depth)
        if level is None or level.style in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(self._abstract[key], [None] * LEVELS)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (LEVELS - depth - 1)
        return self._drawn(key, depth, counts)

    def _drawn(self, key: str, depth: int, counts: list[int | None]) -> str:
        levels = self._levels[key]
        text = levels[depth].pattern
        for place in range(depth + 1):
            level = levels.get(place)
            if level is not None:
                number = counts[place] if counts[place] is not None else level.start
                text = text.replace(f"%{place + 1}", written(number or 0, level.style))
        return f"{text} " if text else ""

    def _by_style(self, style: str) -> tuple[str, int] | None:
        for _ in range(MOST_STYLES_DEEP):
            own, parent = self._styles.get(style, (None, ""))
            if own is not None or not parent:
                return own
            style = parent
        return None


def _value(node: etree._Element, name: str) -> str:
    return str(node.get(f"{W}{name}", ""))


def _of(node: etree._Element, name: str, default: str) -> str:
    child = node.find(f"{W}{name}")
    return default if child is None else str(child.get(f"{W}val", default))


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else default


def _list_of(properties: etree._Element | None) -> tuple[str, int] | None:
    if properties is None:
        return None
    numbers = properties.find(f"{W}numPr")
    if numbers is None:
        return None
    key = _of(numbers, "numId", "")
    return (key, min(_number(_of(numbers, "ilvl", "0"), 0), LEVELS - 1)) if key else None
