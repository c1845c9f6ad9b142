"""The only reads of the room."""

from answerable.reports.queries.brief import brief, brief_minute, period_before, readers_of_brief
from answerable.reports.queries.content import document_of
from answerable.reports.queries.door import link_to, may_write, paper_for, papers_of
from answerable.reports.queries.files import file_of, font_notices
from answerable.reports.queries.page import PaperPage, PassageRow, edition_for, paper_page, passage_for
from answerable.reports.queries.shelf import PaperRow, Shelf, Wish, papers_about, papers_of_run, shelf
from answerable.reports.queries.templates import (
    TemplatePage,
    TemplateRow,
    content_of,
    layouts_for,
    row_of,
    template_for,
    template_page,
    templates,
    version_for,
)
from answerable.reports.queries.trend import TrendPage, trend_page

__all__ = [
    "PaperPage",
    "PaperRow",
    "PassageRow",
    "Shelf",
    "TemplatePage",
    "TemplateRow",
    "TrendPage",
    "Wish",
    "brief",
    "brief_minute",
    "content_of",
    "document_of",
    "edition_for",
    "file_of",
    "font_notices",
    "layouts_for",
    "link_to",
    "may_write",
    "paper_for",
    "paper_page",
    "papers_about",
    "papers_of",
    "papers_of_run",
    "passage_for",
    "period_before",
    "readers_of_brief",
    "row_of",
    "shelf",
    "template_for",
    "template_page",
    "templates",
    "trend_page",
    "version_for",
]
