"""The bureau's papers: drafts that made themselves, one at its check, one that went to the district and was received."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.reports import actions
from answerable.reports.actions import Asked, Head, Serving
from answerable.reports.models import OwnTemplateVersion, Paper, Passage
from answerable.reports.rules.periods import Span, span_of
from answerable.reports.rules.templates import TemplateMove
from answerable.reports.templates_of_the_body.example import example
from answerable.response.cases.models import Case

Cast = Mapping[str, Actor]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONTH_WORDS = (
    "十月份供水类关切集中在东桥片区，主要是停水通知到达较晚、恢复时间前后说法不一。\n"
    "下步拟将停水通知提前量由24小时调整为48小时，并统一由新闻发言人公布恢复时间。"
)
NEXT_WORDS = "The notice period for planned works goes from 24 to 48 hours. Who is told first is written into the plan."


def load(cast: Cast, *, at: datetime) -> dict[str, int]:
    """Write the town's papers; gives their ids by name."""
    actions.choose_brief_time(7 * 60 + 30, by=cast["boris"], at=at - 20 * DAY)
    actions.choose_brief_time(8 * 60, by=cast["ada"], at=at - 20 * DAY)
    actions.draft_due(at=at - 6 * HOUR)
    _template(cast, at=at - 15 * DAY)
    made = {
        "month": _month(cast, at=at - 3 * DAY),
        "quarter": _quarter(cast, at=at - 9 * DAY),
        "weekly": _weekly(cast, at=at - 2 * DAY),
    }
    case = Case.objects.order_by("-opened_at", "pk").first()
    if case is not None:
        today = people.day_of(at)
        made["case"] = _make(
            "case_file", "en", (today - timedelta(days=14), today), cast, at, f"case:{case.pk}"
        )
    return made


def _template(cast: Cast, *, at: datetime) -> None:
    """The bureau's own Word file: the example as it is handed out, put into use for papers in Chinese."""
    serving = Serving("云汀市水务局文稿模板", (), "zh-hans")
    template = actions.add_template(serving, "文稿模板.docx", example("zh-hans"), by=cast["ada"], at=at)
    version = OwnTemplateVersion.objects.get(template=template)
    actions.move_version(version.pk, TemplateMove.PUT_INTO_USE, by=cast["ada"], at=at + HOUR)


def _make(
    kind: str, language: str, days: tuple[date, date], cast: Cast, at: datetime, subject: str = ""
) -> int:
    body = people.body()
    assert body is not None
    return actions.make(Asked(kind, language, *days, body.id, subject), by=cast["ada"], at=at)


def _month(cast: Cast, *, at: datetime) -> int:
    """The monthly analysis: Ada has written in it, and it waits for its check."""
    begin, _end = span_of(Span.MONTH, people.day_of(at))
    paper = _make("monthly", "zh-hans", span_of(Span.MONTH, begin - timedelta(days=1)), cast, at)
    _write(paper, MONTH_WORDS, cast["ada"], at=at + HOUR)
    row = Paper.objects.get(pk=paper)
    actions.keep_head(paper, Head(row.title, "局领导班子"), by=cast["ada"], at=at + HOUR)
    actions.hand_in(paper, by=cast["ada"], at=at + 2 * HOUR)
    return paper


def _quarter(cast: Cast, *, at: datetime) -> int:
    """The quarter's situation as an official document: checked by Emil, signed by Boris, sent and received."""
    begin, _end = span_of(Span.QUARTER, people.day_of(at))
    paper = _make("quarter", "zh-hans", span_of(Span.QUARTER, begin - timedelta(days=1)), cast, at)
    title = "云汀市水务局关于第三季度新闻宣传与舆情回应工作情况的报告"
    head = Head(title, "云汀市人民政府办公室", "", "何博", official=True)
    actions.keep_head(paper, head, by=cast["ada"], at=at + HOUR)
    actions.hand_in(paper, by=cast["ada"], at=at + HOUR)
    _check(paper, cast["emil"], at=at + 5 * HOUR)
    actions.sign(paper, Paper.objects.get(pk=paper).text_hash, by=cast["boris"], at=at + DAY)
    actions.send(paper, "市公文交换系统", by=cast["ada"], at=at + DAY + HOUR)
    actions.note_receipt(paper, "市政府办公室收文第412号", by=cast["ada"], at=at + 2 * DAY)
    return paper


def _weekly(cast: Cast, *, at: datetime) -> int:
    """Last week's situation in English: a draft that Ada works on."""
    begin, _end = span_of(Span.WEEK, people.day_of(at))
    paper = _make("weekly", "en", span_of(Span.WEEK, begin - timedelta(days=1)), cast, at)
    _write(paper, NEXT_WORDS, cast["ada"], at=at + HOUR)
    return paper


def _write(paper: int, words: str, by: Actor, *, at: datetime) -> None:
    """Write in the last passage, which is the one that only people can write."""
    passage = Passage.objects.filter(paper=paper).order_by("-place")[0]
    actions.rewrite(passage.pk, words, edition=passage.edition, by=by, at=at)


def _check(paper: int, by: Actor, *, at: datetime) -> None:
    found = reviews.review_of(f"paper:{paper}")
    assert found is not None
    review.note_reading(found.id, by=by, at=at)
    step = reviews.review_page(by, found.id, at=at).current
    assert step is not None
    review.pass_step(found.id, found.content_hash, step.checks, "数据与附表核对一致。", by=by, at=at)
