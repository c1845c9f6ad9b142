"""Looks through an uploaded Word file before anything else opens it: no program, nothing fetched, no bomb."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from answerable.reports.templates_of_the_body.refusals import TemplateRefused

#: A template is a page or two with a crest: the largest of ten public ones was 1.1 MB (looked at); sizes unpacked.
FILE_MAX = 8 * 1024 * 1024
UNPACKED_MAX = 40 * 1024 * 1024
PARTS_MAX = 300
#: Text packs about 1:12, pictures 1:1; a bomb packs 1:1000.
PACKED_MAX = 200
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: Fields that only count or repeat what is in the file itself.
FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "TOC", "PAGEREF", "REF")
)
_FORBIDDEN_PARTS = re.compile(
    r"vbaproject|vbadata|activex|embeddings/|/oleobject|\.bin$|\.exe$|\.dll$|\.js$|afchunk", re.IGNORECASE
)
_FORBIDDEN_MARKS = frozenset(
    ("altChunk", "subDoc", "object", "OLEObject", "mailMerge", "control", "movie", "attachedSchema")
)
_OUTSIDE = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


def look_through(content: bytes) -> None:
    """Refuse a file that holds more than text, pictures and their types."""
    if len(content) > FILE_MAX:
        raise TemplateRefused("too-large", size=FILE_MAX // 1024 // 1024)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _unpacked(archive)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ) as fault:
        raise TemplateRefused("not-word") from fault
    _kinds(parts)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            _xml(name, part)


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Unpack within bounds: sizes are counted while reading, what the archive says of itself is not believed."""
    entries = archive.infolist()
    if len(entries) > PARTS_MAX:
        raise TemplateRefused("parts", count=PARTS_MAX)
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        name = entry.filename
        if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or name in parts:
            raise TemplateRefused("odd-name")
        if entry.flag_bits & 0x1:
            raise TemplateRefused("locked")
        with archive.open(entry) as file:
            parts[name] = file.read(UNPACKED_MAX - total + 1)
        total += len(parts[name])
        if total > UNPACKED_MAX or len(parts[name]) > max(entry.compress_size, 512) * PACKED_MAX:
            raise TemplateRefused("swells")
    return parts


def _kinds(parts: dict[str, bytes]) -> None:
    kinds = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in kinds or any(_FORBIDDEN_PARTS.search(name) for name in parts):
        raise TemplateRefused("macros")
    if MAIN.encode() not in kinds or "word/document.xml" not in parts:
        raise TemplateRefused("not-document")


def _xml(name: str, part: bytes) -> None:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or part[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise TemplateRefused("declarations")
    try:
        root = etree.fromstring(
            part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError as fault:
        raise TemplateRefused("damaged") from fault
    if name.endswith(".rels"):
        _relations(root)
        return
    for element in root.iter():
        _element(element)
    for code in _field_codes(root):
        _field(code)


def _relations(root: etree._Element) -> None:
    for relation in root.iter("{*}Relationship"):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        external = relation.get("TargetMode", "").lower() == "external"
        web = target.lower().startswith(("http://", "https://", "mailto:"))
        if external and not (kind == _LINKS and web):
            raise TemplateRefused("fetches")
        if not external and _OUTSIDE.match(target):
            raise TemplateRefused("outside")


def _element(element: etree._Element) -> None:
    if not isinstance(element.tag, str):
        return
    if etree.QName(element).localname in _FORBIDDEN_MARKS:
        raise TemplateRefused("joined")
    for name, value in element.attrib.items():
        if etree.QName(name).localname in ("href", "src") and _OUTSIDE.match(str(value)):
            raise TemplateRefused("picture")


def _field_codes(root: etree._Element) -> Iterator[str]:
    """Give the code of each field, put together again where Word has split it into runs."""
    for simple in root.iter(f"{{{_W}}}fldSimple"):
        yield simple.get(f"{{{_W}}}instr", "")
    open_codes: list[list[str]] = []
    for element in root.iter(f"{{{_W}}}fldChar", f"{{{_W}}}instrText", f"{{{_W}}}delInstrText"):
        kind = element.get(f"{{{_W}}}fldCharType")
        if kind == "begin":
            open_codes.append([])
        elif kind == "end" and open_codes:
            yield "".join(open_codes.pop())
        elif kind is None:
            # A code outside a field is one that a program may still run.
            if not open_codes:
                open_codes.append([])
            open_codes[-1].append(element.text or "")
    yield from ("".join(code) for code in open_codes)


def _field(code: str) -> None:
    words = code.split()
    if words and words[0].upper() not in FIELDS:
        raise TemplateRefused("field", field=words[0][:20])
