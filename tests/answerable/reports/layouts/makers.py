"""Documents as the kinds of papers compose them, in both languages."""

from datetime import date
from typing import Any

from answerable.reports.layouts.document import (
    Chart,
    Document,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Mark,
    Missing,
    Paragraph,
    Run,
    Series,
    Source,
    Table,
)

WEEKS = tuple(f"{month}-{day:02d}" for month in ("10", "11") for day in (5, 12, 19, 26))
NEWS = Source("青川区政府网站：停水公告", "https://qingchuan.example/notice/7")


def make_chart(**changes: Any) -> Chart:
    """Draw two units' stories over eight weeks with an expected band, in either language's letters."""
    given: dict[str, Any] = {
        "shape": "line",
        "title": "每周舆情事件数",
        "labels": WEEKS,
        "series": (
            Series(
                "供水",
                (12, 18, 25, 61, 40, 22, 24, 26),
                low=(None, None, None, None, None, 22, 19, 17),
                high=(None, None, None, None, None, 22, 31, 38),
            ),
            Series("道路积水", (8, 9, 7, 11, 14, 12, 10, 11)),
        ),
        "unit": "件",
        "marks": (Mark("10-26", "信号"), Mark("11-05", "回应")),
        "expected_from": "11-12",
        "label_name": "周",
    }
    return Chart(**{**given, **changes})


def make_body_zh() -> tuple[Any, ...]:
    """Write one of every block, as a quarter's filing has them."""
    return (
        Paragraph("根据《青川区政务舆情回应工作方案》第十二条，现将2026年第三季度情况报告如下。"),
        Heading(1, "一、总体情况"),
        Paragraph(
            (Run("本季度共办理"), Run("政务舆情61件", strong=True), Run("，均在规定时限内回应。")),
            sources=(NEWS,),
        ),
        KeyFigures(
            (
                KeyFigure("按时回应率", "98.4%", 61, "2026年7月1日至9月30日", "/respond/cases/"),
                KeyFigure("平均首次回应时间（小时）", 9.25, 61, "2026年第三季度"),
                KeyFigure("公众满意度", None, None, ""),
            )
        ),
        Heading(2, "（一）热点变化"),
        Figure(make_chart(), "每周舆情事件数", note="灰带为预计区间，覆盖率经回测为91%。"),
        Heading(3, "1. 各单位办理情况"),
        Table(
            ("单位", "办结", "平均小时"),
            (("水务局", 31, 8.5), ("城管局", 1204, 12.25), ("教育局", 0, None)),
            caption="各单位办理情况",
            note="办结以公开回应为准。",
        ),
        Heading(4, "（1）存在的问题"),
        ListBlock(("个别单位转办即答", "节假日值守衔接不畅"), ordered=True),
        Missing("教育局未报送第三季度台账。"),
    )


def make_body_en() -> tuple[Any, ...]:
    """Write one of every block in English."""
    chart = make_chart(
        title="Stories a week",
        series=(
            Series("Water", (12, 18, 25, 61, 40, 22, 24, 26)),
            Series("Roads", (8, 9, 7, 11, 14, 12, 10, 11)),
        ),
        unit="stories",
        marks=(Mark("10-26", "signal"),),
        label_name="Week",
    )
    return (
        Paragraph("This filing covers the third quarter of 2026 under clause 12 of the plan."),
        Heading(1, "1. The quarter in short"),
        Paragraph((Run("We handled "), Run("61 concerns", strong=True), Run(".")), sources=(NEWS,)),
        KeyFigures((KeyFigure("Answered in time", "98.4%", 61, "1 Jul to 30 Sep 2026"),)),
        Figure(chart, "Stories a week", note="The band was backtested: 91 % coverage.", with_table=True),
        Table(("Unit", "Closed"), (("Water", 31), ("Roads", 1204)), caption="What units did"),
        ListBlock(("Forwards counted as answers", "Handover on holidays")),
        Missing("The schools' department filed no register."),
    )


def make_document(**changes: Any) -> Document:
    """Compose an official report upward, in Chinese."""
    given: dict[str, Any] = {
        "kind": "official",
        "language": "zh-hans",
        "title": "青川区人民政府办公室关于2026年第三季度政务舆情回应工作情况的报告",
        "body": make_body_zh(),
        "issuer": "青川区人民政府办公室",
        "number": "青政办报[2026]3号",
        "signer": "林若",
        "addressees": ("青川市人民政府办公室",),
        "copies": ("区委宣传部", "区委网信办"),
        "attachments": ("2026年第三季度台账", "各单位办理明细表"),
        "dated": date(2026, 10, 9),
        "note": "联系人：办公室",
        "printer": "青川区人民政府办公室",
        "subtitle": "2026年第三季度",
        "site": "https://answerable.qingchuan.example",
    }
    return Document(**{**given, **changes})


def make_english(**changes: Any) -> Document:
    """Compose the same report in English."""
    given = {
        "language": "en",
        "title": "Filing of the third quarter of 2026: concerns and how they were handled",
        "body": make_body_en(),
        "issuer": "Qingchuan District Office",
        "number": "QDO [2026] 3",
        "signer": "Lin Ruo",
        "addressees": ("Qingchuan City Office",),
        "copies": ("Press office", "Internet office"),
        "attachments": ("Register of the third quarter", "Table by unit"),
        "printer": "Qingchuan District Office",
        "note": "Contact: the office",
        "subtitle": "July to September 2026",
    }
    return make_document(**{**given, **changes})
