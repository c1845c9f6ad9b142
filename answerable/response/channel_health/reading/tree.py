"""What stands where in a page: the parts around the content, hidden parts, the words of a part."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

AROUND = frozenset({"nav", "header", "footer", "aside", "form", "template", "noscript", "script", "style"})
ROLES_AROUND = frozenset({"navigation", "banner", "contentinfo", "search"})
#: Nothing is nested deeper once the scan has let a page through.
DEEPEST = 220


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Give the elements that a node lies in, nearest first."""
    above = node.parent
    for _step in range(DEEPEST):
        if above is None or above.tag in ("-undef", "_document"):
            return
        yield above
        above = above.parent


def said(node: LexborNode, name: str) -> str:
    """Give an attribute's words, or "" where it has none."""
    return " ".join(str(node.attributes.get(name) or "").split())


def is_around(node: LexborNode) -> bool:
    """Say whether a node belongs to what surrounds the content: menus, heads, feet, forms."""
    return any(one.tag in AROUND or said(one, "role") in ROLES_AROUND for one in (node, *ancestors(node)))


def is_hidden(node: LexborNode) -> bool:
    """Say whether a node is kept from readers and from their tools."""
    return any(_hides(one) for one in (node, *ancestors(node)))


def _hides(node: LexborNode) -> bool:
    if "hidden" in node.attributes or said(node, "aria-hidden") == "true":
        return True
    style = said(node, "style").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def words(node: LexborNode) -> str:
    """Give the words of a part in one line."""
    return " ".join(str(node.text(separator=" ", strip=True)).split())
