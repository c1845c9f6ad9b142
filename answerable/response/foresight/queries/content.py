"""The text of an assessment as it is now, and who has said what of its level."""

from answerable.office.review import queries as reviews
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.names import GATE
from answerable.response.foresight.queries.outlets import live_channels
from answerable.response.foresight.rules import content as plain
from answerable.response.foresight.rules.complete import Lack, lacking
from answerable.response.foresight.rules.wording import body_hash, text_hash


def content_of(row: Release) -> plain.Content:
    """Read everything that is assessed from its tables."""
    return plain.Content(
        heading=_heading(row),
        round=row.round,
        audiences=tuple(plain.Audience(one.name, one.change) for one in row.audiences.all()),
        risks=tuple(
            plain.RiskPoint(one.text, one.likelihood, one.effect, one.measure) for one in row.risks.all()
        ),
        prepared=tuple(
            plain.Prepared(one.kind, one.question, one.text, one.basis) for one in row.prepared.all()
        ),
        gaps=tuple(plain.Gap(gap.text, gap.post_title, gap.until) for gap in row.gaps.all()),
        similar=tuple(plain.Similar(one.title, one.why) for one in row.similar.all()),
    )


def _heading(row: Release) -> plain.Heading:
    return plain.Heading(
        title=row.title,
        kind=row.kind,
        summary=row.summary,
        language=row.language,
        spokesperson=row.spokesperson_title,
        channels=tuple(str(one["name"]) for one in row.channels),
        terms=tuple(row.terms),
        watch_days=row.watch_days,
        parts=tuple(one.title for one in row.parts.all()),
    )


def views_of(row: Release, content: plain.Content) -> tuple[plain.View, ...]:
    """Give what was said of the level of this very text, the first first."""
    body = body_hash(content)
    given = sorted((one for one in row.opinions.all() if one.body_hash == body), key=lambda one: one.place)
    return tuple(plain.View(one.person_name, one.level, one.reasons) for one in given)


def hash_now(row: Release) -> str:
    """Give the hash of the whole text, read anew from its tables."""
    content = content_of(row)
    return text_hash(content, views_of(row, content))


def missing_of(content: plain.Content, views: tuple[plain.View, ...]) -> tuple[Lack, ...]:
    """List what the gate in force asks for and the text lacks; a body without channels is not asked for any."""
    checks = {check for step in reviews.gate(GATE).steps for check in step.checks}
    found = lacking(content, views, checks)
    if Lack.CHANNELS in found and not live_channels():
        return tuple(lack for lack in found if lack is not Lack.CHANNELS)
    return found
