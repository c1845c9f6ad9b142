"""Marks and sentences of the room: standings, periods, due dates, cells of the matrix."""

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from answerable.governance.duties import words
from answerable.governance.duties.queries.matrix import Matrix
from answerable.governance.duties.rules.coverage import Hole
from answerable.governance.duties.rules.excuses import Excuse
from answerable.governance.duties.rules.holding import Why
from answerable.governance.duties.rules.matrix import Cell
from answerable.governance.duties.rules.periods import quarter_of
from answerable.governance.duties.rules.standing import TONES as TONES_OF
from answerable.governance.duties.rules.standing import Standing
from answerable.governance.duties.rules.states import Found, Proof, Wish
from answerable.governance.plan.rules.document import Clause, Duty, PlanDocument
from answerable.office.clocks.rules.anchors import month_end
from answerable.web.templatetags.components import TONES

register = template.Library()

PROOF_TONES = {
    Proof.DRAFT: "idle",
    Proof.SUBMITTED: "ok",
    Proof.ACCEPTED: "ok",
    Proof.REJECTED: "late",
    Proof.EXPIRED: "soon",
}


@register.inclusion_tag("web/components/state.html")
def run_standing(standing: Standing) -> dict[str, Any]:
    """Show how a run stands: icon, word, colour."""
    return _mark(words.STANDINGS[standing.word], standing.tone)


@register.inclusion_tag("web/components/state.html")
def proof_mark(state: str) -> dict[str, Any]:
    """Show how a piece of evidence stands."""
    return _mark(words.PROOFS[Proof(state)], PROOF_TONES[Proof(state)])


@register.inclusion_tag("web/components/state.html")
def wish_mark(state: str) -> dict[str, Any]:
    """Show how a wish for time stands."""
    tones = {Wish.ASKED: "soon", Wish.GRANTED: "ok", Wish.REFUSED: "idle"}
    return _mark(words.WISHES[Wish(state)], tones[Wish(state)])


@register.inclusion_tag("web/components/state.html")
def finding_mark(state: str) -> dict[str, Any]:
    """Show how a finding stands."""
    tones = {Found.OBSERVED: "soon", Found.PUT: "soon", Found.CONFIRMED: "late", Found.DISMISSED: "idle"}
    return _mark(words.FINDINGS[Found(state)], tones[Found(state)])


def _mark(word: object, tone: str) -> dict[str, Any]:
    return {"word": word, "tone": tone, "icon": TONES[tone]}


@register.simple_tag
def matrix_cell(cell: Cell | None, address: str) -> SafeString:
    """Draw one cell: sign and count on the colour, the word for who does not see it."""
    if cell is None:
        return format_html('<span class="du-none" title="{}">·</span>', gettext("nothing due"))
    word = words.STANDINGS[cell.word]
    count = cell.count if cell.count > 1 else ""
    return format_html(
        '<a class="du-cell du-{}" href="{}" title="{}"><b aria-hidden="true">{}</b>{}<i>{}</i></a>',
        cell.tone,
        address,
        f"{word} {cell.count}/{cell.total}",
        words.SIGNS[cell.tone],
        count,
        word,
    )


@register.filter
def sign_of(tone: str) -> str:
    """Give the sign beside a colour."""
    return words.SIGNS[tone]


@register.filter
def name_of(thing: object) -> str:
    """Name a run, a duty of the plan or a demand in the reader's language."""
    if isinstance(thing, Duty):
        return thing.name("zh" if words.is_chinese() else "en")
    return words.named(thing)  # type: ignore[arg-type]


@register.filter
def language_of(text: str) -> str:
    """Say in which language a sentence of a plan is written, for the faces it is shown in."""
    return "zh-Hans" if re.search("[\u4e00-\u9fff]", text) else "en"


@register.filter
def clause_title(clause: Clause) -> str:
    """Give a sentence's short title, or its own words."""
    return clause.title("zh" if words.is_chinese() else "en")


@register.simple_tag
def period_of(begin: date, end: date) -> str:
    """Name a period."""
    return words.period_words(begin, end)


@register.filter
def due_words(at: datetime | None) -> str:
    """Write a due date; one at the end of a day is the day."""
    return words.moment_words(at) if at else ""


@register.filter
def day_words(day: date | None) -> str:
    """Write a day."""
    return words.day_words(day) if day else ""


@register.filter
def evidence_name(kind: str) -> str:
    """Name a kind of evidence."""
    return words.evidence_name(kind)


@register.filter
def why_words(why: str) -> str:
    """Say why a run went to somebody else."""
    return str(words.WHYS[Why(why)])


@register.filter
def reason_words(reason: str) -> str:
    """Write why a run was cancelled or waived."""
    return words.reason_words(reason)


@register.filter
def excuse_words(excuse: Excuse) -> str:
    """Write one thing that was looked up."""
    return words.excuse_words(excuse)


@register.filter
def gap_words(hole: Any) -> str:
    """Write why a sentence is thought not to be carried out."""
    return words.gap_words(hole)


@register.filter
def size_words(size: int) -> str:
    """Write a size."""
    return filesizeformat(size)


@register.filter
def act_words(act: str) -> str:
    """Write an act of the trail in words."""
    return str(words.ACTS.get(act, act))


@register.filter
def tone_word(tone: str) -> str:
    """Say in a word what a colour of the matrix stands for."""
    return str(words.TONES[tone])


@register.filter
def day_kind(kind: str) -> str:
    """Name the kind of a day."""
    return str(words.DAY_KINDS[kind])


@register.simple_tag
def quarter_name(first: date) -> str:
    """Name the quarter that begins on a day."""
    return words.period_words(*quarter_of(first))


@register.simple_tag
def month_name(first: date) -> str:
    """Name the month that begins on a day."""
    return words.period_words(first, month_end(first.year, first.month))


@register.simple_tag
def day_name(day: date) -> str:
    """Write a day with its weekday."""
    return f"{words.day_words(day)} {date_format(day, 'D').replace('星期', '周')}"


@register.filter
def with_months(line: Any, months: list[date]) -> list[tuple[date, Any]]:
    """Pair the cells of a year with their months."""
    return list(zip(months, line.months, strict=True))


@register.filter
def thing_name(hole: Hole, document: PlanDocument) -> str:
    """Name what a sentence gives rise to."""
    language = "zh" if words.is_chinese() else "en"
    named = dict(document.objects()).get(hole.thing)
    return named.name(language) if named else hole.thing


@register.simple_tag
def matrix_lines(table: Matrix, asked: str) -> SafeString:
    """Draw the lines of the matrix. Written here, not in a template: 200 units make 6,000 cells."""
    language = "zh" if words.is_chinese() else "en"
    address, nothing = reverse("duties:cell"), gettext("nothing due")
    drawn = {
        word: (str(name), words.SIGNS[TONES_OF[word]], TONES_OF[word])
        for word, name in words.STANDINGS.items()
    }
    empty = format_html('<td><span class="du-none" title="{}">·</span></td>', nothing)
    flat = gettext("No dated duty follows from it.")
    nobody = gettext("Nothing follows from it, and the plan does not say why.")
    lines = []
    for line in table.lines:
        clause = line.clause
        head = format_html(
            '<tr><th scope="row" class="du-clause"><b>{}</b> {}</th>', clause.ref, clause.title(language)
        )
        if not line.duties:
            why = clause.none or (flat if clause.gives else nobody)
            lines.append(
                format_html('{}<td class="du-flat" colspan="{}">{}</td></tr>', head, len(table.units), why)
            )
            continue
        cells = [
            empty
            if cell is None
            else _cell(cell, drawn[cell.word], f"{address}?clause={clause.id}&unit={unit}{asked}")
            for cell, (unit, _name) in zip(line.cells, table.units, strict=True)
        ]
        lines.append(format_html("{}{}</tr>", head, mark_safe("".join(cells))))  # noqa: S308 - every cell is escaped
    return mark_safe("".join(lines))  # noqa: S308 - made of escaped lines only


def _cell(cell: Cell, drawn: tuple[str, str, str], address: str) -> SafeString:
    word, sign, tone = drawn
    shape = '<td><a class="du-cell du-{}" href="{}" title="{} {}/{}"><b aria-hidden="true">{}</b>{}<i>{}</i></a></td>'
    count = cell.count if cell.count > 1 else ""
    return format_html(shape, tone, address, word, cell.count, cell.total, sign, count, word)
