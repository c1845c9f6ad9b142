"""Opens DOCX as a row of paragraphs with their numbers. Runs in the limited child only: the bytes come from anywhere.

Nothing outside the file is ever asked for: links, templates and pictures that lie elsewhere are not followed, and
a file that carries programs or other files is not opened.
"""

import io
import zipfile

from lxml import etree

from answerable.governance.plan.reading.lists import Lists
from answerable.governance.plan.rules.refusals import BadPaper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: A compressed file of 10 MB could unpack to 10 GB.
MOST_UNPACKED = 64 * 1024 * 1024
MOST_PART = 24 * 1024 * 1024
MOST_PARTS = 2000
MOST_PARAGRAPHS = 20_000
OLE = b"\xd0\xcf\x11\xe0"


def paragraphs_of(body: bytes) -> list[str]:
    """Give the text of every paragraph, with its number where the program that wrote it counts by itself."""
    if not body.strip(b"\x00\r\n\t "):
        raise BadPaper("empty")
    if body.startswith(OLE):
        raise BadPaper("old_word")
    if not body.startswith(b"PK\x03\x04"):
        raise BadPaper("not_docx")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        _refuse(archive)
        names = set(archive.namelist())
        if "word/document.xml" not in names:
            raise BadPaper("not_docx")
        document = _part(archive, "word/document.xml")
        numbering = _part(archive, "word/numbering.xml") if "word/numbering.xml" in names else None
        styles = _part(archive, "word/styles.xml") if "word/styles.xml" in names else None
    lists = Lists(numbering, styles)
    found: list[str] = []
    for paragraph in document.iter(f"{W}p"):
        if len(found) >= MOST_PARAGRAPHS:
            raise BadPaper("too_heavy")
        text = _text(paragraph).strip()
        if text:
            found.append(f"{lists.number(paragraph)}{text}")
    return found


def _refuse(archive: zipfile.ZipFile) -> None:
    """Look at what is inside before anything is unpacked."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or total > MOST_UNPACKED:
        raise BadPaper("too_heavy")
    names = [entry.filename.lower() for entry in entries]
    if any(name.endswith((".bin", ".vbs", ".js", ".exe", ".dll")) and "vba" in name for name in names):
        raise BadPaper("macros")
    if any(name.startswith(("word/activex/", "word/macros/")) for name in names):
        raise BadPaper("macros")
    if any(name.startswith("word/embeddings/") for name in names):
        raise BadPaper("embedded")
    if "[content_types].xml" in names:
        types = (
            archive.getinfo("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else None
        )
        if types is not None and b"macroEnabled" in _bytes(archive, types.filename):
            raise BadPaper("macros")


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one part, never more than it may hold, whatever its head claims."""
    with archive.open(name) as part:
        read = part.read(MOST_PART + 1)
    if len(read) > MOST_PART:
        raise BadPaper("too_heavy")
    return read


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    raw = _bytes(archive, name)
    head = raw[:4096].replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise BadPaper("entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    root = etree.fromstring(raw, parser)
    if root.getroottree().docinfo.doctype:
        raise BadPaper("entities")
    return root


def _text(paragraph: etree._Element) -> str:
    """Put together the words of one paragraph, without what was struck out, hidden, or put into a box."""
    words: list[str] = []
    _collect(paragraph, words)
    return "".join(words)


_SKIPPED = {f"{W}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText", "pict", "object", "pPr")}
_SIGNS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}


def _collect(node: etree._Element, words: list[str]) -> None:
    for child in node:
        if child.tag in _SKIPPED or not isinstance(child.tag, str) or child.tag.endswith("}Fallback"):
            continue
        if child.tag == f"{W}r" and _is_hidden(child):
            continue
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag in _SIGNS:
            words.append(_SIGNS[child.tag])
        else:
            _collect(child, words)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "true") not in ("0", "false")
