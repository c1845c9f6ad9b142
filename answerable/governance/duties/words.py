"""Duties in plain words: periods, states, reasons, and what people are told."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Protocol

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from answerable.governance.duties.rules.coverage import Gap, Hole
from answerable.governance.duties.rules.excuses import Excuse, Key
from answerable.governance.duties.rules.holding import Why
from answerable.governance.duties.rules.periods import Sort, period
from answerable.governance.duties.rules.standing import ORDER, Word
from answerable.governance.duties.rules.states import Found, Proof, Wish

STANDINGS = {
    Word.PLANNED: pgettext_lazy("duty", "not yet open"),
    Word.OPEN: pgettext_lazy("duty", "open"),
    Word.DUE_SOON: pgettext_lazy("duty", "due soon"),
    Word.RETURNED: pgettext_lazy("duty", "sent back"),
    Word.FILED: pgettext_lazy("duty", "filed"),
    Word.FILED_LATE: pgettext_lazy("duty", "filed late"),
    Word.DONE: pgettext_lazy("duty", "done"),
    Word.DONE_LATE: pgettext_lazy("duty", "done late"),
    Word.LATE: pgettext_lazy("duty", "late"),
    Word.MISSED: pgettext_lazy("duty", "missed"),
    Word.WAIVED: pgettext_lazy("duty", "waived"),
    Word.CANCELLED: pgettext_lazy("duty", "cancelled"),
}
#: Signs beside the colour, for print and for who cannot tell colours apart.
SIGNS = {"ok": "✓", "soon": "!", "late": "✗", "idle": "–"}
#: What the colours of the matrix stand for.
TONES = {
    "ok": gettext_lazy("in order"),
    "soon": gettext_lazy("due soon, sent back or done late"),
    "late": gettext_lazy("late or missed"),
    "idle": gettext_lazy("not yet open, or waived"),
}
DAY_KINDS = {
    "working": gettext_lazy("working day"),
    "make_up": gettext_lazy("worked in exchange"),
    "weekend": gettext_lazy("weekend"),
    "holiday": gettext_lazy("holiday"),
}
WHYS = {
    Why.HOLDING: gettext_lazy("the holder of the post changed"),
    Why.ABSENCE: gettext_lazy("the holder is away"),
    Why.BACK: gettext_lazy("the holder is back"),
    Why.BACKUP: gettext_lazy("handed to the backup"),
    Why.EMPTY: gettext_lazy("nobody holds the post"),
}
PROOFS = {
    Proof.DRAFT: pgettext_lazy("evidence", "not yet handed in"),
    Proof.SUBMITTED: pgettext_lazy("evidence", "handed in"),
    Proof.ACCEPTED: pgettext_lazy("evidence", "accepted"),
    Proof.REJECTED: pgettext_lazy("evidence", "not accepted"),
    Proof.EXPIRED: pgettext_lazy("evidence", "no longer valid"),
}
WISHES = {
    Wish.ASKED: pgettext_lazy("wish", "asked for"),
    Wish.GRANTED: pgettext_lazy("wish", "granted"),
    Wish.REFUSED: pgettext_lazy("wish", "refused"),
}
FINDINGS = {
    Found.OBSERVED: pgettext_lazy("finding", "noted"),
    Found.PUT: pgettext_lazy("finding", "answered by the unit"),
    Found.CONFIRMED: pgettext_lazy("finding", "confirmed"),
    Found.DISMISSED: pgettext_lazy("finding", "dismissed"),
}
#: Kinds of evidence that plans name; any other word of a plan is shown as it stands.
EVIDENCE = {
    "minutes": gettext_lazy("minutes of the meeting"),
    "attendance": gettext_lazy("list of who attended"),
    "report_docx": gettext_lazy("the report"),
    "report": gettext_lazy("the report"),
    "receipt": gettext_lazy("receipt"),
    "public_url": gettext_lazy("address where it was published"),
    "log_entry": gettext_lazy("entry in the log"),
    "scoresheet": gettext_lazy("score sheet"),
    "questionnaire_result": gettext_lazy("result of the questionnaire"),
    "training_record": gettext_lazy("training record"),
    "decision": gettext_lazy("decision"),
    "circular": gettext_lazy("circular"),
    "plan": gettext_lazy("plan"),
    "list": gettext_lazy("list"),
    "other": gettext_lazy("other evidence"),
}


#: Recipients outside the posts of a plan; any other word of a plan is shown as it stands.
RECIPIENTS = {
    "superior_body": gettext_lazy("the superior body"),
    "leading_body": gettext_lazy("the leading body"),
    "all_units": gettext_lazy("all units"),
    "public": gettext_lazy("the public"),
    "branch_meeting": gettext_lazy("the branch meeting"),
}


class Named(Protocol):
    """Anything with a name in both languages."""

    @property
    def name_en(self) -> str: ...
    @property
    def name_zh(self) -> str: ...


def is_chinese() -> bool:
    """Say whether the reader reads Chinese now."""
    return (get_language() or "en").startswith("zh")


def named(thing: Named) -> str:
    """Give a name in the reader's language, or in whichever there is."""
    first, second = (thing.name_zh, thing.name_en) if is_chinese() else (thing.name_en, thing.name_zh)
    return first or second


def evidence_name(kind: str) -> str:
    """Name a kind of evidence."""
    return str(EVIDENCE.get(kind, kind.replace("_", " ")))


def recipient_words(to: str) -> str:
    """Name a recipient that is no post of the plan."""
    return str(RECIPIENTS.get(to, to.replace("_", " ")))


def day_words(day: date) -> str:
    """Write a day: 31 Mar 2026, or 2026年3月31日."""
    return formats.date_format(day, "Y年n月j日" if is_chinese() else "j M Y")


def moment_words(at: datetime) -> str:
    """Write a moment: 31 Mar 2026 17:30, or 2026年3月31日 17:30; the last second of a day is the day."""
    local = timezone.localtime(at)
    if (local.hour, local.minute, local.second) == (23, 59, 59):
        return day_words(local.date())
    return f"{day_words(local.date())} {local:%H:%M}"


def period_words(begin: date, end: date) -> str:
    """Name a period: the third quarter of 2026, or 2026年第三季度."""
    one = period(begin, end)
    year, number = begin.year, one.number
    month = formats.date_format(begin, "n月" if is_chinese() else "F")
    words: dict[Sort, Callable[[], str]] = {
        Sort.YEAR: lambda: _("%(year)s") % {"year": year},
        Sort.HALF: lambda: (
            (_("first half of %(year)s") if number == 1 else _("second half of %(year)s")) % {"year": year}
        ),
        Sort.QUARTER: lambda: _("quarter %(number)s of %(year)s") % {"number": number, "year": year},
        Sort.MONTH: lambda: _("%(month)s %(year)s") % {"month": month, "year": year},
        Sort.WEEK: lambda: _("week from %(day)s") % {"day": day_words(begin)},
        Sort.DAY: lambda: day_words(begin),
        Sort.SPAN: lambda: _("%(begin)s to %(end)s") % {"begin": day_words(begin), "end": day_words(end)},
    }
    return words[one.sort]()


def figures_words(units: Collection[int], counts: Mapping[Word, int]) -> str:
    """Write how many runs stand how, and of how many units: a share without its number says nothing."""
    runs = ", ".join(f"{STANDINGS[word]} {counts[word]}" for word in ORDER if counts.get(word))
    of_units = ngettext("%(count)s unit", "%(count)s units", len(units)) % {"count": len(units)}
    return f"{runs} ({of_units})"


def reason_words(reason: str) -> str:
    """Write why a run was cancelled; a person's own words stay as they are."""
    if reason.startswith("plan:"):
        return _("The plan %(number)s no longer asks for it.") % {"number": reason.removeprefix("plan:")}
    return _("The plan was repealed.") if reason == "repealed" else reason


def excuse_words(excuse: Excuse) -> str:
    """Write one thing that was looked up, and what was found, as a sentence."""
    facts = excuse.facts
    if excuse.found:
        found = {
            Key.POST_EMPTY: _("The post had no holder on %(days)s of %(of)s days."),
            Key.NO_BACKUP: _(
                "Everybody who held the post was away on %(days)s of %(of)s days, without a backup."
            ),
            Key.UNDELIVERED: _("None of the %(notices)s reminders reached anybody outside the house."),
            Key.CALENDAR: _("The due date moved while the duty was open."),
            Key.OUTAGE: _("The system stood still for %(hours)s hours of that time."),
            Key.HELD: _("The filing lay with its reviewer for %(days)s days before it came back."),
        }
        return found[excuse.key] % facts
    nothing = {
        Key.POST_EMPTY: _("The post was held on every day."),
        Key.NO_BACKUP: _("On every day somebody who held the post was there."),
        Key.UNDELIVERED: _("Reminders: %(notices)s, delivered: %(delivered)s."),
        Key.CALENDAR: _("The due date did not move."),
        Key.OUTAGE: _("The system ran all that time."),
        Key.HELD: _("No filing waited for its reviewer for more than a day."),
    }
    return nothing[excuse.key] % facts


def gap_words(hole: Hole) -> str:
    """Write why a sentence is thought not to be carried out, and what to do about it."""
    said = {
        Gap.GIVES_NOTHING: _("Nothing follows from it, and the plan does not say why."),
        Gap.NO_POST: ngettext(
            "The post that it names is lacking in %(count)s unit.",
            "The post that it names is lacking in %(count)s units.",
            hole.count,
        ),
        Gap.POST_EMPTY: ngettext(
            "Nobody holds the post that it names (%(count)s post).",
            "Nobody holds the posts that it names (%(count)s posts).",
            hole.count,
        ),
        Gap.NO_RUN: _("Its duty has no run, past or to come."),
        Gap.ALL_MISSED: ngettext(
            "The %(count)s run of the last twelve months was missed.",
            "All %(count)s runs of the last twelve months were missed.",
            hole.count,
        ),
        Gap.NONE_DONE: ngettext(
            "The %(count)s run of the last twelve months was not done.",
            "None of the %(count)s runs of the last twelve months was done.",
            hole.count,
        ),
    }
    return said[hole.gap] % {"count": hole.count}


#: Acts of the trail as the history of a run tells them.
ACTS = {
    "duties.open_run": pgettext_lazy("duty", "opened"),
    "duties.fall_due": pgettext_lazy("duty", "the due date passed"),
    "duties.miss": pgettext_lazy("duty", "counts as missed"),
    "duties.save_draft": pgettext_lazy("duty", "saved the paper"),
    "duties.add_evidence": pgettext_lazy("duty", "added evidence"),
    "duties.drop_evidence": pgettext_lazy("duty", "took evidence back"),
    "duties.sign": pgettext_lazy("duty", "signed the paper"),
    "duties.file_run": pgettext_lazy("duty", "filed it"),
    "duties.accept": pgettext_lazy("duty", "accepted it"),
    "duties.send_back": pgettext_lazy("duty", "sent it back"),
    "duties.waive": pgettext_lazy("duty", "waived it"),
    "duties.note_receipt": pgettext_lazy("duty", "noted the receipt"),
    "duties.pass_to": pgettext_lazy("duty", "passed it on"),
    "duties.take_over": pgettext_lazy("duty", "took it over"),
    "duties.ask_for_time": pgettext_lazy("duty", "asked for time"),
    "duties.grant_time": pgettext_lazy("duty", "granted more time"),
    "duties.refuse_time": pgettext_lazy("duty", "refused more time"),
    "duties.open_finding": pgettext_lazy("duty", "a finding was opened"),
    "duties.answer_finding": pgettext_lazy("duty", "answered the finding"),
    "duties.confirm_finding": pgettext_lazy("duty", "confirmed the finding"),
    "duties.dismiss_finding": pgettext_lazy("duty", "dismissed the finding"),
    "duties.move_due": pgettext_lazy("duty", "the calendar moved the due date"),
}
