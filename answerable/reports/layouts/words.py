"""The words that a layout itself prints. A paper keeps the language it was made in, whoever reads it."""

from dataclasses import dataclass

from answerable.reports.layouts.document import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The layout's own words in one language."""

    colon: str
    comma: str
    semicolon: str
    stop: str
    mark: str
    signer: str
    attachments: str
    copies: str
    issued: str
    table: str
    figure: str
    after_number: str
    sources: str
    note: str
    missing: str
    figure_name: str
    value: str
    counted: str
    period: str
    unknown: str
    brackets: tuple[str, str]


ZH = Words(
    colon="：",
    comma="，",
    semicolon="；",
    stop="。",
    mark="文件",
    signer="签发人：",
    attachments="附件：",
    copies="抄送：",
    issued="印发",
    table="表",
    figure="图",
    after_number="　",
    sources="资料来源",
    note="注：",
    missing="缺：",
    figure_name="指标",
    value="数值",
    counted="统计数（n）",
    period="统计期间",
    unknown="—",
    brackets=("（", "）"),
)
EN = Words(
    colon=":",
    comma=", ",
    semicolon="; ",
    stop=".",
    mark="",
    signer="Signed out by: ",
    attachments="Attachments: ",
    copies="Copies: ",
    issued="Issued",
    table="Table ",
    figure="Figure ",
    after_number=". ",
    sources="Sources",
    note="Note: ",
    missing="Missing: ",
    figure_name="Figure",
    value="Value",
    counted="Counted from (n)",
    period="Period",
    unknown="–",
    brackets=("(", ")"),
)


def words_of(language: Language) -> Words:
    """Give the layout's words in a language."""
    return ZH if language.startswith("zh") else EN
