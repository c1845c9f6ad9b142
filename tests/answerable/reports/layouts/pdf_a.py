"""What ISO 19005-2 (PDF/A-2) forbids and asks for, read from a file object by object.

Written for want of veraPDF in the registries that this project may use. It reads what a reader without fonts can: not
read are the widths of glyphs against those of the font programs (6.2.11.5), glyph .notdef (6.2.11.8) and the inside of
the profile of colours. Each finding names the clause that it breaks.
"""

import io
import re

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

#: 6.5.1: nothing in a file for keeping runs, plays, or leads to a program.
FORBIDDEN_ACTIONS = {
    *("Launch", "Sound", "Movie", "ResetForm", "ImportData", "JavaScript", "Hide", "SetOCGState"),
    *("Rendition", "Trans", "GoTo3DView"),
}
#: 6.3.1 and 6.2.9.
FORBIDDEN_SUBTYPES = {"3D", "Sound", "Screen", "Movie", "PS", "FileAttachment"}
STANDARD_FOURTEEN_ASK = {"FontFile", "FontFile2", "FontFile3"}
PRINT, UNSEEN = 4, 1 | 2 | 32


def name_of(value):
    """A name as a plain text, else nothing."""
    return value.name if isinstance(value, PSLiteral) else ""


def objects_of(document):
    """Every object of the file once, streams by their dictionaries."""
    for xref in document.xrefs:
        for number in xref.get_objids():
            yield document.getobj(number)


def dictionaries(value):
    """All dictionaries in a value that stand in it directly."""
    if isinstance(value, PDFStream):
        value = value.attrs
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from dictionaries(one) if isinstance(one, (dict, list)) else ()
    elif isinstance(value, list):
        for one in value:
            yield from dictionaries(one) if isinstance(one, (dict, list)) else ()


def findings(content):
    """Everything that keeps a file from being PDF/A-2 of level A; nothing for one that is."""
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    catalog = document.catalog
    found = [*_bytes(content), *_trailer(document), *_about(catalog), *_tags(catalog), *_extras(catalog)]
    found += _colours(catalog)
    for value in objects_of(document):
        if isinstance(value, PDFStream):
            found += _stream(value)
        for one in dictionaries(value):
            found += [*_action(one), *_font(one), *_annotation(one), *_picture(one)]
    found += _pages(document)
    return sorted(set(found))


def _bytes(content):
    if not re.match(rb"%PDF-1\.[2-7]\r?\n%[\x80-\xff]{4}", content):
        yield "6.1.2 head of the file"
    if not re.search(rb"%%EOF\r?\n?$", content):
        yield "6.1.3 something after the end"


def _trailer(document):
    trailers = [xref.get_trailer() for xref in document.xrefs]
    if not any("ID" in one for one in trailers):
        yield "6.1.3 no identity of the file"
    if any("Encrypt" in one for one in trailers) or document.encryption:
        yield "6.1.3 encrypted"
    if not document.is_extractable:
        yield "6.1.12 rights withheld"


def _about(catalog):
    if "Metadata" not in catalog:
        yield "6.6.2.1 no metadata"
        return
    words = resolve1(catalog["Metadata"]).get_data().decode()
    if not re.search(r"<pdfaid:part>2</pdfaid:part>", words):
        yield "6.6.4 no part"
    if not re.search(r"<pdfaid:conformance>[ABU]</pdfaid:conformance>", words):
        yield "6.6.4 no level"
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", words, re.DOTALL)
    if title is None or not title.group(1).strip():
        yield "6.6.3 no title"


def _tags(catalog):
    if not resolve1(catalog.get("MarkInfo", {})).get("Marked"):
        yield "6.7.2.2 not tagged"
    if not resolve1(catalog.get("StructTreeRoot", {})).get("K"):
        yield "6.7.3.3 no tree of tags"
    if not re.fullmatch(rb"[a-zA-Z]{2,3}(-[A-Za-z0-9]+)*", resolve1(catalog.get("Lang", b""))):
        yield "6.7.4 no language"


def _extras(catalog):
    for key in {"OpenAction", "AA", "Requirements", "NeedsRendering", "AcroForm"} & set(catalog):
        yield f"6.4, 6.5, 6.11 {key}"
    named = resolve1(catalog.get("Names", {}))
    for key in {"EmbeddedFiles", "JavaScript", "AlternatePresentations"} & set(named):
        yield f"6.5, 6.8, 6.10 {key}"


def _colours(catalog):
    intents = [resolve1(one) for one in resolve1(catalog.get("OutputIntents", []))]
    ours = [one for one in intents if name_of(one.get("S")) == "GTS_PDFA1"]
    if len(ours) != 1:
        return ["6.2.3 no intent of output"]
    profile = resolve1(ours[0].get("DestOutputProfile"))
    if profile is None:
        return ["6.2.3 no profile of colours"]
    inside = profile.get_data()
    components = {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1}.get(inside[16:20])
    right = inside[36:40] == b"acsp" and inside[8] <= 4 and components == profile.attrs.get("N")
    return [] if right else ["6.2.3 the profile of colours is none"]


def _stream(stream):
    if {"F", "FFilter", "FDecodeParms"} & set(stream.attrs):
        yield "6.1.7.1 a stream that lies elsewhere"
    filters = resolve1(stream.attrs.get("Filter", []))
    for one in filters if isinstance(filters, list) else [filters]:
        if name_of(one) in ("LZWDecode", "LZW", "Crypt"):
            yield "6.1.7.2 a packing that is not allowed"


def _action(one):
    if name_of(one.get("S")) in FORBIDDEN_ACTIONS:
        yield f"6.5.1 {name_of(one.get('S'))}"
    if "JS" in one:
        yield "6.5.1 JavaScript"
    if "AA" in one:
        yield "6.5.2 something that runs by itself"


def _font(one):
    if name_of(one.get("Type")) != "Font" or "Subtype" not in one:
        return
    kind = name_of(one["Subtype"])
    if kind == "Type0":
        inner = resolve1(resolve1(one["DescendantFonts"])[0])
        if name_of(inner["Subtype"]) == "CIDFontType2" and "CIDToGIDMap" not in inner:
            yield "6.2.11.3.2 no map of glyphs"
        if "ToUnicode" not in one:
            yield "6.2.11.7.2 signs without their meaning"
    elif kind != "Type3" and not STANDARD_FOURTEEN_ASK & set(resolve1(one.get("FontDescriptor", {}))):
        yield "6.2.11.4.1 a face that lies elsewhere"


def _annotation(one):
    if name_of(one.get("Subtype")) in FORBIDDEN_SUBTYPES:
        yield f"6.3.1 {name_of(one['Subtype'])}"
    if name_of(one.get("Type")) == "Annot" or ("Rect" in one and "Subtype" in one):
        flags = resolve1(one.get("F", 0))
        if not flags & PRINT or flags & UNSEEN:
            yield "6.3.2 a link that is not printed"


def _picture(one):
    if name_of(one.get("Subtype")) == "Image" and (
        {"Alternates", "OPI"} & set(one) or one.get("Interpolate")
    ):
        yield "6.2.8 a picture with others behind it"
    if name_of(one.get("Subtype")) == "Form" and {"OPI", "PS", "Ref"} & set(one):
        yield "6.2.9 a form that lies elsewhere"
    if {"TR", "HTP"} & set(one) and name_of(one.get("Type")) == "ExtGState":
        yield "6.2.5 a state of drawing that is not allowed"


def _pages(document):
    for page in PDFPage.create_pages(document):
        if "Tabs" in page.attrs and name_of(page.attrs["Tabs"]) != "S":
            yield "6.7 the order of links is not that of the tags"
        if page.annots and "StructParents" not in page.attrs and "Tabs" not in page.attrs:
            yield "6.7 links outside the tags"
        for content in page.contents:
            drawn = resolve1(content).get_data()
            if re.search(rb"(?<![\w.])(-?[\d.]+\s+){4}[kK]\s", drawn):
                yield "6.2.4.3 a colour for another press"
