"""A strict look at HTML: every element closed in its order and allowed where it stands, ids unique, references met."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "input", "img"}
#: Elements that may not hold a block (HTML, phrasing content).
PHRASING_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "label",
    "legend",
    "span",
    "strong",
    "em",
    "dt",
    "a",
    "button",
}
BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "section",
    "article",
    "table",
    "form",
    "details",
    "nav",
}
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "tr": {"th", "td"},
    "table": {"caption", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
}
REFERENCES = ("for", "aria-labelledby", "aria-describedby")
#: Elements of HTML 4 and attributes that HTML no longer has.
OBSOLETE = {"font", "center", "align", "bgcolor", "border", "name="}


class Strict(HTMLParser):
    """Collects what is wrong with a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.asked: list[str] = []
        self.levels: list[int] = []
        self.scripts: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        given = dict(attrs)
        if len(names) != len(set(names)):
            self.wrong.append(f"{tag} has an attribute twice")
        self.wrong += [f"{tag} has {name}" for name in names if name.startswith("on") or name == "style"]
        self._place(tag)
        self.ids += [given["id"]] if given.get("id") else []
        self.asked += [ref for name in REFERENCES if given.get(name) for ref in str(given[name]).split()]
        if tag == "script":
            self.scripts.append(given)
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
        if tag not in VOID:
            self.open.append(tag)

    def _place(self, tag: str) -> None:
        above = self.open[-1] if self.open else ""
        if tag in BLOCKS and any(one in PHRASING_ONLY for one in self.open[-3:]):
            self.wrong.append(f"{tag} within {self.open[-3:]}")
        if tag == "a" and "a" in self.open:
            self.wrong.append("a link within a link")
        if above in CHILDREN and tag not in CHILDREN[above]:
            self.wrong.append(f"{tag} as a child of {above}")
        if tag in OBSOLETE:
            self.wrong.append(f"{tag} is obsolete")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, words: str) -> None:
        if words.strip() and self.open and self.open[-1] in CHILDREN:
            self.wrong.append(f"text in {self.open[-1]}: {words.strip()[:40]}")


def faults(page: bytes) -> list[str]:
    """Give what is wrong with a page; an empty list means nothing was found."""
    text = page.decode("utf-8")
    eye = Strict()
    eye.feed(text)
    eye.close()
    wrong = list(eye.wrong) + [f"{tag} is not closed" for tag in eye.open]
    wrong += [f"id {one} twice" for one in set(eye.ids) if eye.ids.count(one) > 1]
    wrong += [f"no id {one}" for one in eye.asked if one not in eye.ids]
    wrong += [] if text.startswith("<!doctype html>\n<html lang=") else ["no doctype or language"]
    wrong += [] if eye.levels.count(1) == 1 and eye.levels[0] == 1 else [f"headings {eye.levels}"]
    wrong += [
        f"heading {after} behind {before}"
        for before, after in zip(eye.levels, eye.levels[1:], strict=False)
        if after > before + 1
    ]
    wrong += ["a script that runs" for one in eye.scripts if one != {"type": "application/ld+json"}]
    return wrong


def scripts(page: bytes) -> list[dict[str, str | None]]:
    """List the script elements of a page."""
    eye = Strict()
    eye.feed(page.decode())
    return eye.scripts
