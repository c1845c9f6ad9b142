"""The names of the places that a template may have, in both languages; plain values, read in the limited child too."""

import re
from collections.abc import Mapping

PLACE = re.compile(r"\{\{\s*([\w.]{1,40})\s*\}\}")
#: What looks like a place or like a statement of some language of templates, and is none of ours.
LOGIC = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
BODY = "body"
#: Single places, in the order in which the manual lists them.
WORDS = (
    "title",
    "subtitle",
    "number",
    "issuer",
    "signer",
    "addressees",
    "copies",
    "urgency",
    "secrecy",
    "serial",
    "date",
    "note",
    "printer",
    "printed",
    "notices",
)
#: Rows of a table that are repeated: every place in the row bears the name of the set.
ROWS: Mapping[str, tuple[str, ...]] = {
    "attachments": ("no", "name"),
    "figures": ("name", "value", "n", "period"),
    "sources": ("no", "title", "link"),
}
CHINESE: Mapping[str, str] = {
    "标题": "title",
    "副标题": "subtitle",
    "发文字号": "number",
    "发文机关": "issuer",
    "签发人": "signer",
    "主送": "addressees",
    "抄送": "copies",
    "紧急程度": "urgency",
    "密级": "secrecy",
    "份号": "serial",
    "成文日期": "date",
    "附注": "note",
    "印发机关": "printer",
    "印发日期": "printed",
    "提示": "notices",
    "正文": BODY,
    "附件.序号": "attachments.no",
    "附件.名称": "attachments.name",
    "指标.名称": "figures.name",
    "指标.数值": "figures.value",
    "指标.统计数": "figures.n",
    "指标.期间": "figures.period",
    "来源.序号": "sources.no",
    "来源.标题": "sources.title",
    "来源.链接": "sources.link",
}


def known(name: str) -> str:
    """Give the name of a place as the program knows it, none where there is no such place."""
    name = CHINESE.get(name, name)
    if name in WORDS or name == BODY:
        return name
    group, _, column = name.partition(".")
    return name if column in ROWS.get(group, ()) else ""


def group_of(name: str) -> str:
    """Give the set whose rows are repeated, none for a single place."""
    name = CHINESE.get(name, name)
    return name.partition(".")[0] if "." in name else ""
