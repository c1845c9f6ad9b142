"""Barriers that can be read from the markup alone; each rule bears the name that axe-core gives it.

What needs a drawn page (contrast of style sheets, focus, reflow) is not claimed here. See the decision on site health.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.response.channel_health.reading.facts import Barrier
from answerable.response.channel_health.reading.tree import ancestors, is_hidden, said, words

SAMPLE = 120
FIELDS = "input, textarea"
#: Inputs that bear their own words, or none.
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
ZOOM = re.compile(
    r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1(?:\.\d+)?)\s*(?:,|$)", re.IGNORECASE
)
COLOUR = re.compile(r"(?:^|;)\s*(?P<name>color|background(?:-color)?)\s*:\s*(?P<value>[^;]+)", re.IGNORECASE)
SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)px", re.IGNORECASE)
#: WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large text (24 px).
LEAST_CONTRAST, LEAST_OF_LARGE, LARGE_PX = 4.5, 3.0, 24.0


def barriers_of(tree: LexborHTMLParser) -> tuple[Barrier, ...]:
    """List the barriers of a page, one line a rule."""
    found = []
    for rule, look in RULES.items():
        places = list(look(tree))
        if places:
            found.append(Barrier(rule, len(places), _sample(places[0])))
    return tuple(found)


def _sample(node: LexborNode) -> str:
    return " ".join(str(node.html or "").split())[:SAMPLE]


def _named(node: LexborNode) -> bool:
    return bool(said(node, "aria-label") or said(node, "aria-labelledby") or said(node, "title"))


def _decorative(node: LexborNode) -> bool:
    return said(node, "role") in ("presentation", "none")


def _language(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    root = tree.css_first("html")
    if root is not None and not said(root, "lang"):
        yield root


def _title(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    # The title of a drawing inside the page is another thing.
    titles = [node for node in tree.css("title") if not any(one.tag == "svg" for one in ancestors(node))]
    if not titles or not words(titles[0]):
        root = tree.css_first("html")
        if root is not None:
            yield root


def _pictures(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for node in tree.css("img"):
        if (
            "alt" not in node.attributes
            and not _named(node)
            and not _decorative(node)
            and not is_hidden(node)
        ):
            yield node


def _fields(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for node in tree.css(FIELDS):
        if said(node, "type").lower() in UNLABELLED or said(node, "placeholder"):
            continue
        if not _labelled(tree, node):
            yield node


def _choices(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for node in tree.css("select"):
        if not _labelled(tree, node):
            yield node


def _labelled(tree: LexborHTMLParser, node: LexborNode) -> bool:
    if _named(node) or _decorative(node) or is_hidden(node):
        return True
    name = said(node, "id")
    if name and any(said(label, "for") == name and words(label) for label in tree.css("label[for]")):
        return True
    return any(above.tag == "label" and words(above) for above in ancestors(node))


def _wordless(tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    for node in tree.css(selector):
        if words(node) or _named(node) or is_hidden(node):
            continue
        inside = node.css("img[alt], svg[aria-label], [aria-label], [title]")
        if not any(said(one, "alt") or _named(one) for one in inside) and not node.css("svg title"):
            yield node


def _links(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    return _wordless(tree, "a[href]")


def _buttons(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    return _wordless(tree, "button")


def _frames(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for node in tree.css("iframe"):
        if not _named(node) and not is_hidden(node) and said(node, "tabindex") != "-1":
            yield node


def _zoom(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for node in tree.css("meta[name='viewport' i]"):
        if ZOOM.search(said(node, "content")):
            yield node


def _headings(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    if not tree.css("h1") and not tree.css("[role='heading'][aria-level='1']"):
        root = tree.css_first("html")
        if root is not None:
            yield root


def _contrast(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Only where one element sets both colours itself: there the markup alone decides."""
    for node in tree.css("[style]"):
        style = said(node, "style")
        colours = {found["name"].lower()[:5]: _rgb(found["value"]) for found in COLOUR.finditer(style)}
        ink, ground = colours.get("color"), colours.get("backg")
        if ink is None or ground is None or not words(node) or is_hidden(node):
            continue
        size = SIZE.search(style)
        least = LEAST_OF_LARGE if size and float(size[1]) >= LARGE_PX else LEAST_CONTRAST
        if contrast(ink, ground) < least:
            yield node


def _rgb(value: str) -> tuple[int, int, int] | None:
    value = value.strip().lower()
    if found := re.fullmatch(r"#([0-9a-f]{3})", value):
        return tuple(int(sign * 2, 16) for sign in found[1])  # type: ignore[return-value]
    if found := re.fullmatch(r"#([0-9a-f]{6})", value):
        return tuple(int(found[1][at : at + 2], 16) for at in (0, 2, 4))  # type: ignore[return-value]
    if found := re.fullmatch(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)", value):
        return tuple(min(int(part), 255) for part in found.groups())  # type: ignore[return-value]
    return {"white": (255, 255, 255), "black": (0, 0, 0)}.get(value)


def _light(colour: tuple[int, int, int]) -> float:
    parts = [one / 255 for one in colour]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Give the contrast of two colours as WCAG counts it, from 1 to 21."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


#: Rule by its axe-core name -> what finds its places.
RULES: Mapping[str, Callable[[LexborHTMLParser], Iterator[LexborNode]]] = {
    "html-has-lang": _language,
    "document-title": _title,
    "image-alt": _pictures,
    "label": _fields,
    "select-name": _choices,
    "link-name": _links,
    "button-name": _buttons,
    "frame-title": _frames,
    "meta-viewport": _zoom,
    "page-has-heading-one": _headings,
    "color-contrast": _contrast,
}
