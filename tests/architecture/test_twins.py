"""What users and operators read is there in both languages, and names the same addresses, settings and commands."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
#: For those who extend the product or run it on clusters: they read code, and read it in English.
FOR_ENGINEERS = {
    "add-a-language",
    "add-a-report-kind",
    "add-a-rule-pack",
    "add-a-source-kind",
    "add-an-inspection-method",
    "group-your-own-items",
    "language-model",
    "scale-out",
    "several-hosts",
}
PAGES = sorted(
    path.relative_to(DOCS)
    for folder in ("how-to", "tutorial")
    for path in (DOCS / folder).glob("*.md")
    if path.stem not in FOR_ENGINEERS
)
CODE = re.compile(r"`([^`\n]+)`")
#: Code that is the same in any language: addresses, settings, parameters, commands.
FIXED = re.compile(r"^(/[\w/*.-]*|ANSWERABLE_\w+|[a-z]+(_[a-z]+)+|[a-z]-[a-z-]+|answerable [a-z]+)$")


def twin(page):
    return DOCS / page.parent / "zh" / page.name


def fixed(text):
    """The pieces of code that do not change with the language."""
    return {
        code
        for code in CODE.findall(text)
        if FIXED.match(code) and not re.search(r"[\u4e00-\u9fff]|/(en|zh)/", code)
    }


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_for_users_has_its_twin_that_names_the_same_things(page):
    assert twin(page).is_file(), "write it in Chinese, too, or name it among those for engineers"
    missing = fixed((DOCS / page).read_text(encoding="utf-8")) ^ fixed(twin(page).read_text(encoding="utf-8"))
    assert missing == set()


def test_no_twin_is_left_behind():
    assert {path.name for path in DOCS.glob("how-to/zh/*.md")} <= {page.name for page in PAGES}


def test_a_name_that_one_of_two_pages_lacks_is_noticed():
    assert fixed("see `/respond/letters/` and `answerable backup`") ^ fixed("见 `/respond/letters/`") == {
        "answerable backup"
    }
