"""A short made-up paper with something in every place, for trying a template before it is put into use."""

from datetime import date

from answerable.reports.layouts.document import (
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Language,
    Missing,
    Paragraph,
    Source,
    Table,
)
from answerable.reports.rules.told import Told

_TITLE = Told("Report of the Example Bureau on a trial of its template", "示例局关于模板试排的报告")
_TEXT = Told(
    "This paper was made up to try the template. In the period 12 concerns were dealt with, 11 of them in time.",
    "本文用于试排模板。本期共办理关切事项12件，其中按时办结11件。",
)
_HEADING = Told("How it stood", "一、总体情况")
_MISSING = Told("One concern has no record of its outcome.", "有1件事项缺少办理结果记录。")
_PERIOD = Told("1 July to 30 September 2026", "2026年7月1日至9月30日")


def sample(language: Language) -> Document:
    """Make the paper in a language."""

    def said(en: str, zh: str) -> str:
        return Told(en, zh).said(language)

    period = _PERIOD.said(language)
    return Document(
        kind="official" if language.startswith("zh") else "plain",
        language=language,
        title=_TITLE.said(language),
        subtitle=period,
        issuer=said("Example Bureau", "示例局"),
        number=said("EB 2026/3", "示局报〔2026〕3号"),
        signer=said("A. Example", "示例人"),
        addressees=(said("The Example Government", "示例市人民政府"),),
        copies=(said("The Example Office", "示例市人民政府办公室"),),
        urgency=said("urgent", "加急"),
        serial="000001",
        attachments=(said("List of concerns", "关切事项办理明细表"),),
        dated=date(2026, 10, 9),
        note=said("Contact: 0000-0000", "联系电话：0000-0000"),
        notices=(said("Sample", "样张"),),
        body=(
            Heading(1, _HEADING.said(language)),
            Paragraph(
                _TEXT.said(language), (Source(said("A notice", "一则公告"), "https://example.org/notice"),)
            ),
            KeyFigures((KeyFigure(said("Dealt with in time", "按时办结"), 11, 12, period),)),
            Table(
                (said("Unit", "科室"), said("Concerns", "件数")),
                ((said("Roads", "道路科"), 7), (said("Water", "供水科"), 5)),
                said("By unit", "各科室办理情况"),
            ),
            Missing(_MISSING.said(language)),
        ),
    )
