"""One decision looked at before it was announced: its risks, what was prepared, and what was asked then."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, Said
from answerable.reports.kinds.wording import day_of, day_words, in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told
from answerable.response.foresight.queries.foreseen import ForeseenAgainstAsked, foreseen_against_asked
from answerable.response.foresight.queries.page import ReleasePage, release_of
from answerable.response.foresight.rules.levels import EFFECT_NAMES, LEVEL_NAMES, LIKELIHOOD_NAMES
from answerable.response.foresight.rules.states import STANDING_NAMES, STATE_NAMES


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the assessment and, where it is out, what was foreseen against what was asked."""
    page = release_of(MACHINE, period.number, at=at)
    found = foreseen_against_asked(period.number)
    title = page.row.title
    return Gathered(
        Told(f"Communication risk of “{title}”", f"“{title}”传播风险评估报告"),
        (risks_part(page), prepared_part(page), heard_part(page), *((asked_part(found),) if found else ())),
    )


def risks_part(page: ReleasePage) -> Part:
    """Say the level that was agreed, the risk points and what is done about each."""
    row, assessed = page.row, page.assessed
    level = in_both(LEVEL_NAMES[assessed.level]) if assessed.level else Told("not agreed", "尚未商定")
    state, standing = in_both(STATE_NAMES[row.state]), in_both(STANDING_NAMES[row.standing])
    words = Told(
        f"Risk level: {level.en}. The assessment: {standing.en}; the release: {state.en}.",
        f"风险等级：{level.zh}。评估状态：{standing.zh}；发布状态：{state.zh}。",
    )
    said = [Said(words, (Source(row.title, row.link),))]
    if assessed.dissent:
        view = assessed.dissent
        said.append(Said(Told(f"Another view: {view.reasons}", f"不同意见：{view.reasons}")))
    heads = (
        Told("Risk point", "风险点"),
        Told("Likelihood", "可能性"),
        Told("Effect", "影响"),
        Told("Level", "等级"),
        Told("Measure", "防范措施"),
    )
    risks = tuple(
        (
            one.text,
            in_both(LIKELIHOOD_NAMES[one.likelihood]),
            in_both(EFFECT_NAMES[one.effect]),
            in_both(LEVEL_NAMES[one.level]),
            one.measure or None,
        )
        for one in assessed.risks
    )
    gaps = [] if risks else [Told("No risk point is written down.", "尚未列出风险点。")]
    gaps += [
        Told(f"No measure against: {one.text}", f"缺少防范措施：{one.text}")
        for one in assessed.risks
        if not one.measure
    ]
    if assessed.level is None:
        gaps.append(Told("No level is agreed.", "尚未商定风险等级。"))
    return Part(
        "risks", Told("Risks", "风险研判和防范措施"), tuple(said), (), (Rows(heads, risks),), tuple(gaps)
    )


def prepared_part(page: ReleasePage) -> Part:
    """Say which questions are prepared for, and what is not known yet."""
    questions = tuple((one.question, one.text or None) for one in page.assessed.questions)
    heads = (Told("Question", "预计问题"), Told("Answer", "答复口径"))
    unknown = tuple(
        Told(
            f"Not known yet: {one.text} ({one.post}, {one.until.isoformat()})",
            f"尚待查明：{one.text}（{one.post}，{day_words(one.until)}前）",
        )
        for one in page.assessed.gaps
        if one.closed_at is None
    )
    bare = sum(answer is None for _question, answer in questions)
    gaps = [*unknown]
    if not questions:
        gaps.append(Told("No question is prepared for.", "尚未准备问答口径。"))
    if bare:
        gaps.append(Told(f"{bare} questions have no answer.", f"有{bare}个问题尚无答复口径。"))
    count = Count(
        Told("Questions prepared for", "预备问答（条）"), len(questions) - bare, len(questions), page.row.link
    )
    return Part(
        "prepared",
        Told("Prepared answers", "回应预案和问答口径"),
        (),
        (count,),
        (Rows(heads, questions),),
        tuple(gaps),
    )


def heard_part(page: ReleasePage) -> Part:
    """Say how the public was asked beforehand and what became of what they said."""
    rows = tuple((one.notice_on, one.ends_on, len(one.voices)) for one in page.consultations)
    voices = [voice for one in page.consultations for voice in one.voices]
    decided = sum(one.is_decided for one in voices)
    heads = (Told("Notice", "公告日期"), Told("Until", "截止日期"), Told("Opinions", "意见（条）"))
    return Part(
        "heard",
        Told("The public was asked", "征求意见情况"),
        counts=(
            Count(Told("Opinions decided on", "已研究处理意见（条）"), decided, len(voices), page.row.link),
        )
        if rows
        else (),
        rows=(Rows(heads, rows),),
        missing=() if rows else (Told("The public was not asked beforehand.", "未公开征求意见。"),),
    )


def asked_part(found: ForeseenAgainstAsked) -> Part:
    """Hold what was foreseen against what was asked."""
    link = f"/respond/foresight/{found.release}/asked/"
    words = Told(
        f"Of {found.asked} questions that were asked about it, {found.foreseen} had been foreseen.",
        f"发布后收到相关提问{found.asked}条，其中已预判{found.foreseen}条。",
    )
    prepared = (
        Told("Prepared question", "预备问题"),
        Told("Asked", "被问（次）"),
        Told("Used", "采用（次）"),
    )
    missed = (Told("Not foreseen", "未预判的提问"), Told("Day", "日期"))
    gaps = (
        [] if found.asked else [Told("Nothing that was asked has been judged yet.", "尚未收到或者判别提问。")]
    )
    if found.waiting:
        gaps.append(Told(f"{found.waiting} have not been looked at.", f"有{found.waiting}条尚未判别。"))
    return Part(
        "asked",
        Told("Foreseen against asked", "预判与实际对照"),
        (Said(words),) if found.asked else (),
        (
            Count(Told("Asked and foreseen", "已预判（条）"), found.foreseen, found.asked, link),
            Count(Told("Asked and not foreseen", "未预判（条）"), found.unforeseen_count, found.asked, link),
            Count(Told("Not looked at yet", "尚未判别（条）"), found.waiting, None, link),
        ),
        (
            Rows(prepared, tuple((one.question, one.asked, one.used) for one in found.questions)),
            Rows(missed, tuple((one.text, day_of(one.at)) for one in found.unforeseen)),
        ),
        tuple(gaps),
    )


KIND = Kind(
    About("foresight", Told("Communication risk of a decision", "传播风险评估"), Span.DAY, "release"), gather
)
