"""Which faces a paper asks for, which free ones stand in for them, and which signs none of them has."""

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from answerable.reports.rules.told import Told

Role = Literal["title", "body", "kai", "hei", "song", "latin"]
#: Printed where no font at hand has a sign: the mark that printers set for a missing piece of type.
GETA = "〓"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where fonts lie beside those of the system: folders of the body itself."""

    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the standard: how a word processor names it, its own names, and free ones that stand in."""

    named: str
    chinese: str
    own: tuple[str, ...]
    free: tuple[str, ...]
    #: Every body may use the stand-in without a notice: it is of the same design, or no standard names the face.
    as_good: tuple[str, ...] = ()


_LAST = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC")
#: GB/T 9704-2012 names 小标宋, 仿宋, 楷体, 黑体 and 宋体; family names as the files carry them (measured on the files
#: of Debian 12 and of the Fandol set, whose family is "FandolFang R"; those of Windows, macOS and WPS by their lists).
FACES: Mapping[Role, Face] = {
    "title": Face(
        "方正小标宋简体",
        "小标宋",
        (
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "方正小标宋简体",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
        ),
        ("Noto Serif CJK SC", "Source Han Serif SC", "FandolSong"),
    ),
    "body": Face(
        "仿宋_GB2312",
        "仿宋",
        ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋", "FZFangSong-Z02S"),
        ("Zhuque Fangsong (technical preview)", "Zhuque Fangsong", "FandolFang R", "FandolFang", *_LAST),
    ),
    "kai": Face(
        "楷体_GB2312",
        "楷体",
        ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "FZKai-Z03S"),
        ("LXGW WenKai", "LXGW WenKai GB", "FandolKai", "FandolKai R", "AR PL UKai CN", *_LAST),
    ),
    "hei": Face(
        "黑体",
        "黑体",
        ("SimHei", "黑体", "STHeiti", "华文黑体", "FZHei-B01S"),
        ("Noto Sans CJK SC", "Source Han Sans SC", "FandolHei", "WenQuanYi Zen Hei"),
        ("Noto Sans CJK SC", "Source Han Sans SC"),
    ),
    "song": Face(
        "宋体",
        "宋体",
        ("SimSun", "宋体", "STSong", "华文宋体", "NSimSun"),
        ("Noto Serif CJK SC", "Source Han Serif SC", "FandolSong"),
        ("Noto Serif CJK SC", "Source Han Serif SC"),
    ),
    "latin": Face(
        "Times New Roman",
        "Times New Roman",
        ("Times New Roman",),
        ("Liberation Serif", "Tinos", "TeX Gyre Termes", "Libertinus Serif"),
        ("Liberation Serif", "Tinos"),
    ),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The families that set one role, first choice first, and whether the first is of the named design."""

    role: Role
    families: tuple[str, ...]
    own: bool

    @property
    def first(self) -> str:
        """The family that sets all that it has."""
        return self.families[0] if self.families else ""


def chosen(installed: Collection[str]) -> dict[Role, Chosen]:
    """Choose for each role among the families at hand."""
    there = set(installed)
    picks: dict[Role, Chosen] = {}
    for role, face in FACES.items():
        own = tuple(family for family in face.own if family in there)
        free = tuple(family for family in (*face.free, *_LAST) if family in there)
        families = tuple(dict.fromkeys((*own, *free)))
        good = bool(own) or (bool(families) and families[0] in face.as_good)
        picks[role] = Chosen(role, families, good)
    return picks


def notices_of_faces(picks: Mapping[Role, Chosen], used: Collection[Role]) -> tuple[Told, ...]:
    """Say which of the faces that a paper uses are not at hand, and what stands in for them."""
    lacking = [pick for role, pick in picks.items() if role in used and not pick.own]
    return tuple(_told(FACES[pick.role], pick.first) for pick in lacking)


def _told(face: Face, family: str) -> Told:
    if not family:
        return Told(
            f"The face {face.named} is not at hand and nothing stands in for it: install fonts-noto-cjk.",
            f"缺少字体“{face.named}”，也没有可替代的字体：请安装 fonts-noto-cjk。",
        )
    return Told(
        f"The face {face.named} is not at hand; the PDF is set in {family} instead.",
        f"缺少字体“{face.named}”，PDF中以“{family}”代替。",
    )


def lacking(text: str, has: Callable[[int], bool]) -> tuple[str, ...]:
    """Find the signs of a text that no font has, in the order in which they come; blanks are none."""
    seen = dict.fromkeys(text)
    return tuple(sign for sign in seen if _is_shown(sign) and (_is_private(sign) or not has(ord(sign))))


def _is_shown(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp")


def _is_private(sign: str) -> bool:
    """A sign of private use means something else in every font; a file for keeping may not hold one (PDF/A)."""
    return unicodedata.category(sign) in ("Co", "Cn")


def notice_of_signs(signs: Collection[str]) -> tuple[Told, ...]:
    """Say which signs could not be set."""
    if not signs:
        return ()
    shown = list(signs)[:20]
    codes = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in shown)
    zh = "、".join(f"{sign}（U+{ord(sign):04X}）" for sign in shown)
    more = len(signs) - len(shown)
    return (
        Told(
            f"No font at hand has {codes}{f' and {more} more' if more else ''}; {GETA} is printed instead.",
            f"现有字体中没有{zh}{f'等{len(signs)}个字' if more else ''}，以“{GETA}”代替。",
        ),
    )
