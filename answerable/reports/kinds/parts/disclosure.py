"""The six parts of the annual on disclosure with the table heads that the form fixes.

国办公开办函〔2021〕30号 (政府信息公开工作年度报告格式) [M]; art. 50 of the regulation (国务院令第711号) [L]. What this
house does not count stands as an empty cell that a person fills: a line that begins with | is a row of a table.
"""

from collections.abc import Iterable
from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Said
from answerable.reports.kinds.parts.asks import asked, lessons_part
from answerable.reports.kinds.parts.links import ANSWERS, INQUIRIES, listed
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.answers.queries.door import answers_of
from answerable.response.letters import queries as letters

FORM = Source("国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》")
NOT_HERE = Told(
    "These figures are kept in a register of their own, which this house does not read: fill the cells in.",
    "上表数据在专门台账登记，本系统不作统计，请填写。",
)
#: Part two: what is published of its own accord, by the items of article 20.
PUBLISHED = (
    (
        Told("Article 20 (1)", "第二十条第（一）项"),
        (
            Told("made this year", "本年制发件数"),
            Told("repealed", "本年废止件数"),
            Told("in force", "现行有效件数"),
        ),
        (Told("Rules", "规章"), Told("Normative documents", "行政规范性文件")),
    ),
    (
        Told("Article 20 (5)", "第二十条第（五）项"),
        (Told("decided this year", "本年处理决定数量"),),
        (Told("Permits", "行政许可"),),
    ),
    (
        Told("Article 20 (6)", "第二十条第（六）项"),
        (Told("decided this year", "本年处理决定数量"),),
        (Told("Penalties", "行政处罚"), Told("Enforcement", "行政强制")),
    ),
    (
        Told("Article 20 (8)", "第二十条第（八）项"),
        (Told("collected this year (10,000 yuan)", "本年收费金额（单位：万元）"),),
        (Told("Fees", "行政事业性收费"),),
    ),
)
#: Part three: the columns, and the rows in their order.
ASKERS = (
    Told("persons", "自然人"),
    Told("businesses", "商业企业"),
    Told("research bodies", "科研机构"),
    Told("charities", "社会公益组织"),
    Told("legal services", "法律服务机构"),
    Told("others", "其他"),
    Told("total", "总计"),
)
REQUESTS = (
    Told("1. New requests this year", "一、本年新收政府信息公开申请数量"),
    Told("2. Carried over from last year", "二、上年结转政府信息公开申请数量"),
    Told("3. Results this year", "三、本年度办理结果"),
    Told("(1) disclosed", "（一）予以公开"),
    Told("(2) disclosed in part", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    Told("(3) not disclosed", "（三）不予公开"),
    Told("1. state secret", "1.属于国家秘密"),
    Told("2. forbidden by law", "2.其他法律行政法规禁止公开"),
    Told("3. endangers “three securities and one stability”", "3.危及“三安全一稳定”"),
    Told("4. protects rights of third parties", "4.保护第三方合法权益"),
    Told("5. internal affairs", "5.属于三类内部事务信息"),
    Told("6. process information", "6.属于四类过程性信息"),
    Told("7. enforcement files", "7.属于行政执法案卷"),
    Told("8. matters of enquiry", "8.属于行政查询事项"),
    Told("(4) cannot be provided", "（四）无法提供"),
    Told("1. not held here", "1.本机关不掌握相关政府信息"),
    Told("2. would have to be made", "2.没有现成信息需要另行制作"),
    Told("3. still unclear after correction", "3.补正后申请内容仍不明确"),
    Told("(5) not processed", "（五）不予处理"),
    Told("1. complaint or report", "1.信访举报投诉类申请"),
    Told("2. repeated", "2.重复申请"),
    Told("3. asks for a publication", "3.要求提供公开出版物"),
    Told("4. unreasonable number", "4.无正当理由大量反复申请"),
    Told("5. asks to confirm or reissue", "5.要求行政机关确认或重新出具已获取信息"),
    Told("(6) other", "（六）其他处理"),
    Told("1. not corrected in time", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    Told(
        "2. fee not paid in time", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    ),
    Told("3. other", "3.其他"),
    Told("(7) total", "（七）总计"),
    Told("4. Carried over to next year", "四、结转下年度继续办理"),
)
#: Part four: reviews, lawsuits without and after a review.
OUTCOMES = (
    Told("upheld", "结果维持"),
    Told("corrected", "结果纠正"),
    Told("other result", "其他结果"),
    Told("open", "尚未审结"),
    Told("total", "总计"),
)
CONTESTS = (
    Told("Administrative review", "行政复议"),
    Told("Lawsuit without review", "行政诉讼（未经复议直接起诉）"),
    Told("Lawsuit after review", "行政诉讼（复议后起诉）"),
)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _table(first: Told, columns: Iterable[Told], rows: Iterable[Told]) -> Said:
    """Write an empty table as lines that a person fills in."""
    heads, names = tuple(columns), tuple(rows)
    blank = [""] * len(heads)

    def lines(language: str) -> str:
        top = _line([first.said(language), *(one.said(language) for one in heads)])
        return "\n".join([top, *(_line([one.said(language), *blank]) for one in names)])

    return Said(Told(lines("en"), lines("zh-hans")))


def disclosure_parts(period: Period, *, at: datetime) -> tuple[Part, ...]:
    """Give the six parts: what this house knows of them, and the fixed tables for what it does not count."""
    return (
        _overview(period, at=at),
        Part(
            "published",
            Told("Published of its own accord", "主动公开政府信息情况"),
            _published(),
            missing=(NOT_HERE,),
        ),
        Part(
            "requests",
            Told("Requests received and handled", "收到和处理政府信息公开申请情况"),
            (
                _table(
                    Told(
                        "Figures of this column: row 1 + row 2 = row 3 (7) + row 4",
                        "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
                    ),
                    ASKERS,
                    REQUESTS,
                ),
            ),
            missing=(NOT_HERE,),
        ),
        Part(
            "contests",
            Told("Reviews and lawsuits", "政府信息公开行政复议、行政诉讼情况"),
            (_table(Told("Kind", "类别"), OUTCOMES, CONTESTS),),
            missing=(NOT_HERE,),
        ),
        lessons_part(period, at=at),
        asked(
            "other",
            Told("Other matters to report", "其他需要报告的事项"),
            "fees for information (none is said too), and what superiors asked to be reported.",
            "收取信息处理费情况（未收取的也应说明）和其他需要报告的事项。",
        ),
    )


def _published() -> tuple[Said, ...]:
    """Give a table for each item of article 20; the line between keeps them apart."""
    return tuple(
        one
        for article, heads, rows in PUBLISHED
        for one in (
            Said(Told(f"{article.en}:", f"{article.zh}：")),
            _table(Told("Item", "信息内容"), heads, rows),
        )
    )


def _overview(period: Period, *, at: datetime) -> Part:
    """Say what the house counts: answers published and questions of the press."""
    until = min(period.until, at)
    out = answers_of(MACHINE).filter(published_at__gte=period.since, published_at__lte=until).count()
    press = letters.inquiry_figures(period.since, until)
    words = Told(
        f"{out} answers to public concerns were published, {press.answered} of {press.received} questions of the press"
        " were answered.",
        f"本年度公开发布政务舆情回应{out}篇，收到媒体问询{press.received}件，已答复{press.answered}件。",
    )
    return Part(
        "overview",
        Told("Overview", "总体情况"),
        (Said(words, (FORM,)),),
        (
            Count(Told("Answers published", "发布回应（篇）"), out, out, listed(ANSWERS, tab="public")),
            Count(
                Told("Questions of the press", "媒体问询（件）"),
                press.received,
                press.received,
                listed(INQUIRIES, tab="all"),
            ),
            Count(
                Told("Of these answered", "其中已答复（件）"),
                press.answered,
                press.received,
                listed(INQUIRIES, tab="answered"),
            ),
        ),
        missing=(
            Told(
                "Not written yet: publication of its own accord, requests, management of information, platforms,"
                " supervision.",
                "尚未填写：主动公开、依申请公开、政府信息管理、平台建设、监督保障情况。",
            ),
        ),
    )
