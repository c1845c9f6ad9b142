"""A template to begin with, in either language: every place there is, with what it stands for beside it."""

from collections.abc import Mapping

from answerable.reports.layouts.document import Language
from answerable.reports.layouts.word.page import blank, sheet_of
from answerable.reports.layouts.word.paper import saved
from answerable.reports.rules.told import Told
from answerable.reports.templates_of_the_body.names import BODY, CHINESE, ROWS, WORDS

#: What each place is filled with, for the page of templates and for the example.
MEANINGS: Mapping[str, Told] = {
    "title": Told("the title of the paper", "公文标题"),
    "subtitle": Told("the period that it is about", "统计期间"),
    "number": Told("its number, from the day it is sent", "发文字号（印发时编定）"),
    "issuer": Told("the body that issues it", "发文机关名称"),
    "signer": Told("who signs it out", "签发人姓名"),
    "addressees": Told("to whom it goes, with its colon", "主送机关（含冒号）"),
    "copies": Told("who gets copies", "抄送机关"),
    "urgency": Told("the mark of urgency", "紧急程度"),
    "secrecy": Told("the mark of secrecy", "密级"),
    "serial": Told("the number of the copy", "份号"),
    "date": Told("the day on which it was signed", "成文日期"),
    "note": Told("the note in brackets", "附注"),
    "printer": Told("who prints it", "印发机关"),
    "printed": Told("when it was printed", "印发日期"),
    "notices": Told("what a reader must know: draft", "提示语（如“草稿”）"),
    BODY: Told(
        "the whole text with its tables and charts; alone in a paragraph",
        "全部正文（含表格、图），须独占一段",
    ),
    "attachments.no": Told("attachments: the number", "附件序号"),
    "attachments.name": Told("attachments: the name", "附件名称"),
    "figures.name": Told("figures: what is counted", "指标名称"),
    "figures.value": Told("figures: how many", "指标数值"),
    "figures.n": Told("figures: counted from how many", "指标统计数"),
    "figures.period": Told("figures: over which days", "指标统计期间"),
    "sources.no": Told("sources: the number", "来源序号"),
    "sources.title": Told("sources: the title", "来源标题"),
    "sources.link": Told("sources: the address", "来源链接"),
}
SETS: Mapping[str, Told] = {
    "attachments": Told("Attachments", "附件"),
    "figures": Told("Figures", "主要指标"),
    "sources": Told("Sources", "资料来源"),
}
_NAMED = {name: named for named, name in CHINESE.items()}
_CAPTION = Told("%s: the row is repeated", "%s：该行按条数重复")
_HEAD = Told("What there is beside the text", "正文以外可用的占位符")


def written(name: str, language: Language) -> str:
    """Write a place as it stands in a file of that language."""
    return f"{{{{{_NAMED.get(name, name) if language.startswith('zh') else name}}}}}"


def example(language: Language) -> bytes:
    """Make the example: head, text, and below them a table of all other places, for taking what is wanted."""
    word = blank(sheet_of("plain", language))
    word.add_paragraph(written("issuer", language), "Paper caption")
    word.add_paragraph(written("title", language), "Title")
    word.add_paragraph(written("addressees", language), "Paper flush")
    word.add_paragraph(written(BODY, language), "Paper text")
    word.add_paragraph(written("date", language), "Paper flush")
    word.add_paragraph(_HEAD.said(language), "Heading 1")
    for name in WORDS:
        word.add_paragraph(f"{MEANINGS[name].said(language)}: {written(name, language)}", "Paper flush")
    for sort, columns in ROWS.items():
        word.add_paragraph(_CAPTION.said(language) % SETS[sort].said(language), "Paper caption")
        table = word.add_table(2, len(columns), "Table Grid")
        for place, column in enumerate(columns):
            name = f"{sort}.{column}"
            table.rows[0].cells[place].text = MEANINGS[name].said(language).partition(": ")[2] or (
                MEANINGS[name].said(language)
            )
            table.rows[1].cells[place].text = written(name, language)
    return saved(word, MEANINGS["title"].said(language))


def name_of_example(language: Language) -> str:
    """Name the file of the example."""
    return "公文模板示例.docx" if language.startswith("zh") else "template-example.docx"
