"""What the answers site published, corrected and was told of, for the public itself."""

from datetime import datetime

from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Said
from answerable.reports.kinds.parts import response
from answerable.reports.kinds.parts.letters import letters_part
from answerable.reports.kinds.wording import sender
from answerable.reports.rules.periods import Period, Span, named
from answerable.reports.rules.told import Told
from answerable.response.answers_site import queries as site


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read what was answered, corrected, asked and judged."""
    when = named(period.begin, period.end)
    name = sender(period)
    return Gathered(
        Told(
            f"Transparency report of the answers site, {when.en}", f"{name}{when.zh}政务舆情回应公开情况报告"
        ),
        (
            response.answers_part(period, at=at),
            response.changes_part(period, at=at),
            response.cases_part(period, at=at),
            letters_part(period, at=at),
            verdicts_part(period, at=at),
        ),
    )


def verdicts_part(period: Period, *, at: datetime) -> Part:
    """Say whether readers found that answers helped: those who said so are few and chose themselves."""
    found = site.verdicts_between(period.begin, period.end)
    link = "/respond/readers/"
    counts = (
        Count(Told("Readers who judged", "参与评价（人次）"), found.total, found.total, link),
        Count(Told("Found it helped", "认为有帮助（人次）"), found.helped, found.total, link),
        Count(Told("Left a question open", "提出未解决问题（条）"), found.questions, found.total, link),
    )
    heading = Told("What readers said", "公众评价情况")
    if not found.total:
        return Part(
            "verdicts",
            heading,
            counts=counts,
            missing=(Told("No reader judged an answer.", "本期没有公众评价。"),),
        )
    words = Told(
        f"{found.helped} of {found.total} readers who judged an answer found that it helped. They chose themselves to"
        " judge; this is no share of all readers.",
        f"参与评价的{found.total}人次中，{found.helped}人次认为回应有帮助。评价由公众自愿作出，不代表全部读者。",
    )
    return Part("verdicts", heading, (Said(words),), counts)


KIND = Kind(
    About(
        "transparency",
        Told("Transparency report of the answers site", "回应公开情况报告"),
        Span.YEAR,
        duties=("d-annual",),
        direction="public",
    ),
    gather,
)
