"""The closed file of a release: everything that was foreseen, agreed, done and asked, as one text with a hash."""

import json
from datetime import date, datetime
from typing import Any

from answerable.office.review import queries as reviews
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries.content import content_of, views_of
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.wording import text_hash, wording


def file_of(row: Release) -> str:
    """Write a release down from its first entry to what was asked; the same rows give the same bytes."""
    content = content_of(row)
    views = views_of(row, content)
    agreed = text_hash(content, views)
    return json.dumps(
        {
            "release": row.pk,
            "title": row.title,
            "entered": {"by": row.entered_by, "at": row.entered_at},
            "assessment": wording(content, views),
            "assessment_hash": agreed,
            "level": row.level,
            "reopenings": _rows(row.reopenings.values("round", "what", "by_name", "at")),
            "gate": _passage(row, agreed),
            "gaps": _rows(
                row.gaps.values("text", "post_title", "until", "finding", "closed_at", "closed_by")
            ),
            "consultations": [_consultation(one) for one in row.consultations.prefetch_related("voices")],
            "postponements": _rows(row.postponements.values("before", "after", "reason", "by_name", "at")),
            "parts": _rows(
                row.parts.values(
                    "number", "title", "released_at", "released_by", "link", "passed_hash", "dropped_reason"
                )
            ),
            "urgent": {"reason": row.urgent_reason, "by": row.urgent_by} if row.urgent_reason else None,
            "cases": _rows(row.lying.values("case", "found_by", "at")),
            "asked": _rows(
                row.asked.order_by("pk").values(
                    "kind", "subject", "text", "at", "verdict", "question__question", "lesson", "settled_by"
                )
            ),
            "lesson": row.lesson,
            "finished": {"by": row.finished_by, "at": row.finished_at},
        },
        ensure_ascii=False,
        indent=1,
        default=_plain,
    )


def _rows(rows: Any) -> list[dict[str, Any]]:
    return list(rows)


def _consultation(one: Any) -> dict[str, Any]:
    fields = ("way", "notice_on", "ends_on", "link", "why_short", "selection", "material_on")
    voices = [
        {name: getattr(voice, name) for name in ("summary", "times", "verdict", "why")}
        for voice in one.voices.all()
    ]
    return {**{name: getattr(one, name) for name in fields}, "opinions": voices}


def _passage(row: Release, agreed: str) -> dict[str, Any] | None:
    found = reviews.passage(subject_of(row.pk), agreed)
    if found is None:
        return None
    steps = [{"step": step.name, "by": step.person, "post": step.post, "at": step.at} for step in found.steps]
    return {"review": found.review, "at": found.at, "steps": steps}


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value)} does not belong into a file")
