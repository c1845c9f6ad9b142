"""Where a long title is broken: between words, into lines of much the same length (GB/T 9704-2012, 7.3.1)."""

import re

from answerable.reports.rules.signs import ems

#: A title of 22 pt has 156 mm: twenty characters.
ROOM = 20.0
#: Words of which titles of official documents are made; one is never torn, and between two is a good place.
_WORDS = re.compile(
    "(?:[0-9]{4}年)?第?[一二三四]季度|[0-9]{4}年[0-9]{1,2}月|政务新媒体|政府网站|新闻发布|人民政府|办公室|委员会|关于|政务|舆情|回应|工作|情况|报告|请示|通知|通报|意见|办理|处理|处置|问题|专题|研究|"
    "督查|检查|抽查|巡查|整改|落实|方案|机制|信息公开|公开|热点|事件|年度|季度|月度|半年|上半年|下半年|总结|分析|"
    "评估|考核|培训|演练|渠道|网站|账号|健康|状况|回应关切|应急|首报|续报|终报|复盘|归档|责任|追究|履职|述职|"
    "一周|每周|每月|态势|趋势|简报|晨报|明细|台账|清单|执行|实施|及其|以及|进展"
)
#: Behind these a reader pauses; before "关于" the name of the issuer has ended.
_PAUSES = "的年月日度周、，：和与及期报"
_NEVER_FIRST = "的了者性、，。：；）》〉”’！？·—号年月日第"
_NEVER_LAST = "（《〈“‘·第"
_LATIN = re.compile(r"[0-9A-Za-z.%〔〕]")
#: How much worse than a good place an unknown one is, in squared characters of unevenness (chosen on forty titles).
UNKNOWN = 30.0
MOST = 6


def lines_of_title(title: str, room: float = ROOM) -> tuple[str, ...]:
    """Break a Chinese title; one that fits stays whole, and one far too long is left to the typesetter."""
    lines = -(-ems(title) // room)
    while 1 < lines <= MOST:
        found = _broken(title, int(lines), room)
        if found:
            return found
        lines += 1
    return (title,)


def _broken(title: str, lines: int, room: float) -> tuple[str, ...]:
    """Choose the places that give so many lines with the least unevenness; none where no choice fits."""
    places = _places(title)
    mean = ems(title) / lines
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for row in range(1, lines + 1):
        ahead: dict[int, tuple[float, tuple[str, ...]]] = {}
        ends = [(len(title), 0.0)] if row == lines else list(places.items())
        for begin, (cost, made) in best.items():
            for end, penalty in ends:
                words = title[begin:end]
                wide = ems(words)
                if end <= begin or wide > room:
                    continue
                total = cost + penalty + (wide - mean) ** 2
                if end not in ahead or total < ahead[end][0]:
                    ahead[end] = (total, (*made, words))
        best = ahead
    return best[len(title)][1] if len(title) in best else ()


def _places(title: str) -> dict[int, float]:
    """Give each place where the title may be broken, with what that costs."""
    words = [match.span() for match in _WORDS.finditer(title)]
    torn = {place for begin, end in words for place in range(begin + 1, end)}
    edges = {place for span in words for place in span}
    places = {}
    for place in range(1, len(title)):
        before, after = title[place - 1], title[place]
        if place in torn or after in _NEVER_FIRST or before in _NEVER_LAST:
            continue
        if _LATIN.match(before) and _LATIN.match(after):
            continue
        good = place in edges or before in _PAUSES
        places[place] = 0.0 if good else UNKNOWN
    return places
