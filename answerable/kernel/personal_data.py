"""Masks what would point at a person: identity numbers, telephones, cards, plates, e-mail addresses, chat handles.

Runs before anything is stored. Checksums decide where there are any (GB 11643 for identity cards, Luhn for bank
cards), words nearby where there are none. Public hot-lines stay: 110, 12345, 95588, 400 and 800 numbers, and a
landline that its text calls a hot-line. Bars (trust design A4): 99 % of valid forms, 90 % of disguised ones, at most
0.5 % of clean texts touched.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

#: What stands in the place of what was masked. Holds nothing that a pattern below could match.
MASK = "***"
#: Full-width forms of ASCII, and the marks people put between digits, one character for one.
WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
WIDE |= dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009"), " ")
WIDE |= dict.fromkeys(map(ord, "‐‑‒–—―－﹣"), "-") | dict.fromkeys(map(ord, "·•・‧"), ".")
WIDE |= {ord("、"): ",", ord("⓪"): "0"}
#: Digits in circles, in brackets, with dots, and the digits of other scripts and of formulas.
WIDE |= {
    first + number: str(number + 1)
    for first in (0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278A)
    for number in range(9)
}
WIDE |= {
    first + number: str(number)
    for first in (0x0660, 0x06F0, 0x0966, 0x2080, *range(0x1D7CE, 0x1D800, 10))
    for number in range(10)
}
#: What nobody sees between two letters or digits, and what is laid over a digit.
HIDDEN = re.compile(
    r"(?<=[\w@.])[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]+(?=[\w@.])"
    r"|(?<=\d)[\u0300-\u036f\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f]+"
)
MAY_HIDE = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f\ufeff]"
)
#: Letters in the place of digits they look like, and a run that may be a number written with them.
ALIKE = {ord(letter): "0" for letter in "Oo"} | {ord(letter): "1" for letter in "Il"}
ALIKE_BESIDE = re.compile(r"\d[ .\-]?[OoIl]|[OoIl]\d")
ALIKE_RUN = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9 .\-]{0,40}[OoIl])(?=(?:[OoIl .\-]{0,9}\d){4})[0-9OoIl .\-]{11}"
)
NUMERALS = WIDE | {
    ord(numeral): str(value)
    for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "○壹貳參肆伍陸柒捌玖", "洞幺两叁肆伍六拐八勾")
    for value, numeral in enumerate(row)
}
PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
        "91",
    ]
)
PLATE_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
HOTLINE_WORDS = re.compile(r"(?:热线|熱線|专线|hotline|helpline)[^\d。；;\n]{0,12}$", re.IGNORECASE)
PHONE_WORDS = re.compile(
    r"(?:电话|手机|联系|致电|拨打|微信|mobile|phone|tel|call)[^\d。；;\n]{0,8}$", re.IGNORECASE
)
#: How people cut a mobile number; other cuts need a word like "phone" before them.
MOBILE_GROUPS = frozenset({(11,), (3, 4, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (5, 6), (3, 8), (7, 4)})
ID_WORDS = re.compile(r"(?:身份证|身分證|证件号|公民身份号码|居民证)[^\d。；;\n]{0,10}$")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal strings, and how many of each sort were found."""

    text: str
    counts: Mapping[str, int]


def spaced(*groups: int) -> str:
    """Give a pattern for digits in groups of these sizes, with one mark between groups."""
    return r"[ .\-]{1,3}".join(rf"\d{{{size}}}" for size in groups)


def one_by_one(count: int) -> str:
    """Give a pattern for so many digits, not more, of which each stands apart, by the same mark."""
    return rf"\d(?P<gap>[ .\-_]{{1,2}})\d(?:(?P=gap)\d){{{count - 2}}}(?!(?P=gap)\d)"


#: What may stand between two digits of a disguised number.
MARK = r"[ .\-_*/~,()]{0,3}"
EDGE = r"(?<![\dA-Za-z])(?<!\d[.\-])"
END = r"(?![\d])(?![.\-]\d)"


def _sum_is_right(digits: str) -> bool:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
    return "10X98765432"[total % 11] == digits[17].upper()


def is_identity_number(digits: str) -> bool:
    """Check a Chinese identity number: province, a date that existed, check digit (GB 11643-1999)."""
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return digits[:2] in PROVINCES and 1880 <= born.year <= 2100 and _sum_is_right(digits)


def is_card_number(digits: str) -> bool:
    """Check a bank card number (ISO/IEC 7812: issuer range and Luhn sum)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    total = sum(number - 9 if number > 9 else number for number in doubled)
    return total % 10 == 0 and digits[0] in "3456" and len(set(digits)) > 1


Judge = Callable[[str, str, str], bool]
"""(the find, text before it, text behind it) -> whether it is personal."""


def _digits(found: str) -> str:
    return "".join(letter for letter in found if letter.isdigit() or letter in "Xx")


def _identity(found: str, before: str, behind: str) -> bool:
    return is_identity_number(_digits(found)) or ID_WORDS.search(before) is not None


def _card(found: str, before: str, behind: str) -> bool:
    return is_card_number(_digits(found))


def _mobile(found: str, before: str, behind: str) -> bool:
    if re.match(r"\s*(?:元|亿|万|吨|人次|公里|%)", behind):
        return False
    sizes = tuple(len(group) for group in re.findall(r"\d+", found))
    if sizes and sum(sizes) > 11:  # the calling code
        sizes = sizes[1:] if sum(sizes[1:]) == 11 else (11,)
    marks = set(re.findall(r"[^\d ()+]", found))
    # Several marks are a list, groups of three an amount; 1-800-555-0199 is North American and looked at there.
    if len(marks) > 1 or sizes in ((2, 3, 3, 3), (1, 3, 3, 4)):
        return False
    return sizes in MOBILE_GROUPS or max(sizes) == 1 or PHONE_WORDS.search(before) is not None


def _landline(found: str, before: str, behind: str) -> bool:
    return HOTLINE_WORDS.search(before) is None


def _always(found: str, before: str, behind: str) -> bool:
    return True


def _not_free_of_charge(found: str, before: str, behind: str) -> bool:
    digits = _digits(found)
    number = digits.removeprefix("1") if len(digits) == 11 else digits
    return number[:3] not in FREE_OF_CHARGE and HOTLINE_WORDS.search(before) is None


#: North American service numbers, and the Chinese 400 that has the same shape.
FREE_OF_CHARGE = frozenset(["800", "888", "877", "866", "855", "844", "833", "822", "400"])


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of personal string; `group` is the part that is masked.

    `needs` is a quick search: a text without it cannot hold the sort, and most texts do not.
    """

    name: str
    pattern: re.Pattern[str]
    judge: Judge = _always
    group: str | int = 0
    needs: re.Pattern[str] = re.compile(r"\d(?:[^0-9A-Za-z\u4e00-\u9fff]{0,3}\d){6}")


def _sort(name: str, pattern: str, judge: Judge = _always, group: str | int = 0, needs: str = "") -> Sort:
    """Make a sort; by default it needs seven digits close together."""
    expression = re.compile(pattern, re.IGNORECASE)
    return (
        Sort(name, expression, judge, group, re.compile(needs))
        if needs
        else Sort(name, expression, judge, group)
    )


CALLING_CODE = r"(?:(?:\+|00)?86[ .\-]{0,2})?"
#: Sorts made of digits: also looked for with Chinese numerals in the place of digits.
DIGITS = (
    # Any marks between the digits: the check digit decides.
    _sort("identity", EDGE + rf"[1-9](?:{MARK}\d){{16}}{MARK}[\dX](?![\dA-Z])", _identity),
    _sort(
        "card",
        EDGE
        + rf"(?:{spaced(4, 4, 4, 4)}(?:[ \-]{{1,3}}\d{{1,3}})?|{spaced(4, 6, 5)}|\d{{6}}[ \-]\d{{10,13}}|\d{{15,19}})"
        + END,
        _card,
    ),
    _sort("card", EDGE + rf"(?:{one_by_one(16)}|\d(?P<gap2>[ .\-])\d(?:(?P=gap2)\d){{17}})" + END, _card),
    _sort("mobile", rf"(?<!\d)(?<!\d[.])\(?{CALLING_CODE}1{MARK}[3-9](?:{MARK}\d){{9}}" + END, _mobile),
    _sort(
        "landline",
        r"(?<![\d])(?<!\d[.\-])(?:(?:\+|00)?86[ \-]{0,2})?"
        r"(?:\(?0|(?<=86[ \-]))(?:10|2\d|[3-9]\d{2})\)?[ \-]{0,3}[2-8]\d{2,3}[ \-]{0,3}\d{4}"
        r"(?:[ \-]{1,2}\d{1,5}(?!\d)|转\d{1,5})?(?!\d)",
        _landline,
    ),
    _sort(
        "landline",
        r"(?<!\d)(?<!\d[.\-])0(?P<gap>[ .\-_])(?:1(?P=gap)0|2(?P=gap)\d|[3-9](?P=gap)\d(?P=gap)\d)(?:(?P=gap)\d){7,8}"
        + END,
        _landline,
    ),
    _sort(
        "landline",
        r"(?:电话|電話|座机|致电|(?<![A-Z])(?:tel|phone))[号码\s:：.为是]{0,4}(?P<number>[2-8]\d{2,3}-?\d{4})(?!\d)(?!\s*[元万亿人])",
        _landline,
        "number",
    ),
    _sort(
        "phone_abroad",
        r"(?<![\dA-Z.])(?:\+44[ \-]?(?:\(0\)[ \-]?)?|0)7\d{3}[ \-]?\d{3}[ \-]?\d{3}(?!\d)",
    ),
    _sort(
        "phone_abroad",
        r"(?<![\dA-Z.])(?:\+44[ \-]?(?:\(0\)[ \-]?)?|\(?0)(?:20|1\d{2,3}|2[3489])\)?[ \-]\d{3,4}[ \-]\d{3,4}(?!\d)",
        _not_free_of_charge,
    ),
    _sort(
        "phone_abroad",
        r"(?<![\dA-Z.])(?<!\d[ .\-])(?:\+?1[ .\-]?)?(?:\([2-9]\d{2}\)[ ]?|[2-9]\d{2}[.\-])[2-9]\d{2}[ .\-]\d{4}"
        + END,
        _not_free_of_charge,
    ),
    _sort("phone_abroad", r"(?<![\dA-Z])\+(?!86)[1-9]\d{0,2}(?:[ .\-()]{0,2}\d){7,12}(?!\d)"),
)
NAME = r"[A-Z0-9][A-Z0-9._%+\-]{0,63}"
#: Sorts made of letters and digits.
WORDS = (
    _sort(
        "email",
        rf"(?<![A-Z0-9._%+\-]){NAME}@[A-Z0-9](?:[A-Z0-9\-]{{0,62}}\.){{1,6}}[A-Z]{{2,24}}(?![A-Z0-9])",
        needs="@",
    ),
    _sort(
        "email",
        rf"(?<![A-Z0-9._%+\-]){NAME} ?(?:@|\(at\)|\[at\]|\{{at\}}|<at>|#|\(@\)|艾特) ?"
        r"[A-Z0-9][A-Z0-9\-]{0,62}(?:(?: ?\. ?| dot |\(dot\)| ?\[dot\] ?| ?点 ?| ?。 ?)[A-Z0-9\-]{2,63}){0,3}"
        r"(?: ?\. ?| dot |\(dot\)| ?\[dot\] ?| ?点 ?| ?。 ?)"
        r"(?:com|cn|net|org|edu|gov|uk|hk|tw|io|info|me|de|fr|eu)(?![A-Z0-9])",
        needs=r"[@#艾]|[aA][tT][)\]}>]",
    ),
    # "at" in words counts only with "dot" in words: "more at example.com" is a reading tip, not an address.
    _sort(
        "email",
        rf"(?<![A-Z0-9._%+\-]){NAME}(?: dot [A-Z0-9_\-]{{1,30}}){{0,3}} at [A-Z0-9][A-Z0-9\-]{{0,62}}"
        r"(?: ?(?: dot |\(dot\)| ?\[dot\] ?| ?点 ?) ?[A-Z0-9\-]{2,63}){1,4}(?![A-Z0-9])",
        needs=r" [aA][tT] .{1,80}(?:[dD][oO][tT]|点)",
    ),
    _sort(
        "plate",
        rf"[{PLATE_PROVINCES}][ .\-]?[A-HJ-NP-Z][ .\-]{{0,2}}(?=(?:[ .\-]?[A-Z]){{0,3}}[ .\-]?\d)"
        r"(?=(?:[ .\-]?[A-Z])*(?:[ .\-]?\d[ .\-]?[A-Z]?[ .\-]?){3})"
        r"(?:[A-HJ-NP-Z\d][ .\-]?){4}(?:[A-HJ-NP-Z\d][ .\-]?)?[A-HJ-NP-Z\d挂学警港澳](?![A-Z\d])",
        needs=rf"[{PLATE_PROVINCES}][ .\-]?[A-Za-z].{{0,6}}\d",
    ),
    _sort(
        "handle",
        r"(?:微 ?信|薇信|威信|卫星号|加薇|微x|(?<![A-Z])(?:v信|vx|wx|wechat|weixin)|加v)"
        r"(?!公众|公號|小程序|群|支付|视频|客户端)(?:号码?|帐号|账号|\s?ID)?"
        r"(?:(?:\s*[:(是为]\s*|\s*号\s*|同号\s*:?\s*|\s*(?=[A-Z_\-]+\d))"
        r"(?P<handle>[A-Z][A-Z0-9_\-]{5,19}|(?:[A-Z] )(?:[A-Z0-9_\-] ){4,18}[A-Z0-9_\-]|(?<=[:(] )\d{6,12}"
        r"|(?<=[:(])\d{6,12}))"
        r"(?![A-Z0-9])",
        group="handle",
        needs=r"微 ?信|薇信|加薇|微[xX]|威信|卫星号|加[vV]|[vV]信|[vVwW][xX]|[wW][eE][cCiI]",
    ),
    _sort(
        "handle",
        r"(?:(?<![A-Z])qq|扣扣|企鹅号|秋秋)(?:号码?|群号?|帐号|账号)?\s*[:：是为]?\s*"
        r"(?P<handle>[1-9](?:[ .\-]?\d){4,10})(?!\d)",
        group="handle",
        needs=r"[qQ]{2}|扣扣|企鹅号|秋秋",
    ),
)
NUMERAL = re.compile("[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖貳參陸○洞幺两拐勾]")
NUMERAL_RUN = re.compile("[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖貳參陸○洞幺两拐勾\\d０-９ .\\-]{7,}")


def mask(text: str) -> Masked:
    """Give the text with every personal string replaced, and the counts by sort; where there is none, as it came."""
    counts: Counter[str] = Counter()
    masked = _seen_through(HIDDEN.sub("", text) if MAY_HIDE.search(text) else text, counts)
    return Masked(masked, dict(counts)) if counts else Masked(text, {})


def _seen_through(text: str, counts: Counter[str]) -> str:
    """Mask what stands there openly, then what stands there in numerals or in letters that look like digits."""
    text = _masked(text, text.translate(WIDE), (*DIGITS[:7], *WORDS, *DIGITS[7:]), counts)
    if NUMERAL.search(text) and NUMERAL_RUN.search(text):
        text = _masked(text, text.translate(NUMERALS), DIGITS, counts)
    if ALIKE_BESIDE.search(text) and ALIKE_RUN.search(text):
        text = _masked(text, text.translate(ALIKE), DIGITS, counts)
    return text


def _masked(text: str, view: str, sorts: tuple[Sort, ...], counts: Counter[str]) -> str:
    """Mask in `text` what is found in `view`, which has the same length."""
    spans: list[tuple[int, int]] = []
    taken = bytearray(len(view))
    possible = {needs for needs in {sort.needs for sort in sorts} if needs.search(view)}
    for sort in sorts:
        if sort.needs not in possible:
            continue
        for start, end in _finds(view, sort):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                spans.append((start, end))
                counts[sort.name] += 1
    pieces, position = [], 0
    for start, end in sorted(spans):
        pieces += [text[position:start], MASK]
        position = end
    return "".join([*pieces, text[position:]])


def _finds(view: str, sort: Sort) -> Iterator[tuple[int, int]]:
    for found in sort.pattern.finditer(view):
        start, end = found.span(sort.group)
        if sort.judge(found[sort.group], view[max(0, start - 24) : start], view[end : end + 4]):
            yield start, end
