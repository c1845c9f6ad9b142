"""OPML: lists of feeds as readers exchange them, in and out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

#: Larger lists than this are no lists of feeds: the biggest shared ones hold a few thousand.
MOST_OUTLINES = 10_000
MOST_BYTES = 5 * 1024 * 1024
_PARSER_OPTIONS = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}


class NotOpml(Exception):
    """The document is no OPML that we read; `code` is one of rules.reasons."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list: its address, its name, the folder it lay in."""

    address: str
    name: str
    folder: str = ""
    language: str = ""


def read_opml(document: bytes) -> tuple[Outline, ...]:
    """Read the feeds of an OPML document; entries without a feed address are folders or notes."""
    if len(document) > MOST_BYTES:
        raise NotOpml("opml_too_large")
    if b"<!DOCTYPE" in document[:4096] or b"<!ENTITY" in document:
        raise NotOpml("opml_with_entities")
    try:
        root = etree.fromstring(document, etree.XMLParser(**_PARSER_OPTIONS, recover=False))
    except (etree.XMLSyntaxError, ValueError):
        raise NotOpml("not_opml") from None
    if etree.QName(root).localname.lower() != "opml":
        raise NotOpml("not_opml")
    found = [_outline(node) for node in root.iter("outline") if _get(node, "xmlUrl")]
    return tuple({outline.address: outline for outline in found[:MOST_OUTLINES]}.values())


def _outline(node: "etree._Element") -> Outline:
    parent = node.getparent()
    folder = _get(parent, "text") or _get(parent, "title") if parent is not None else ""
    return Outline(
        address=_get(node, "xmlUrl"),
        name=_get(node, "title") or _get(node, "text"),
        folder=folder,
        language=_get(node, "language"),
    )


def _get(node: "etree._Element", name: str) -> str:
    """Read an attribute whatever its case: lists in the wild write xmlurl and xmlURL too."""
    for key, value in node.attrib.items():
        if str(key).lower() == name.lower():
            return str(value).strip()
    return ""


def write_opml(title: str, outlines: Iterable[Outline], *, at: datetime) -> bytes:
    """Write feeds as OPML 2.0, one folder a publication."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    etree.SubElement(head, "dateCreated").text = format_datetime(at)
    body, folders = etree.SubElement(root, "body"), {}
    for outline in outlines:
        if outline.folder not in folders:
            folders[outline.folder] = etree.SubElement(body, "outline", text=outline.folder)
        attributes = {"type": "rss", "text": outline.name, "title": outline.name, "xmlUrl": outline.address}
        if outline.language:
            attributes["language"] = outline.language
        etree.SubElement(folders[outline.folder], "outline", **attributes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
