"""Words that a plan file may use where it names no post of its own: recipients, events, acts, reasons."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Words = dict[str, str | Promise]

#: To whom a duty is due, besides posts.
RECIPIENTS: Words = {
    "superior_body": pgettext_lazy("plan", "the superior body"),
    "public": pgettext_lazy("plan", "the public"),
    "all_units": pgettext_lazy("plan", "all units"),
    "leading_body": pgettext_lazy("plan", "the leading body"),
    "branch_meeting": pgettext_lazy("plan", "the branch meeting"),
}
#: Who carries out a stage, besides posts.
DOERS: Words = {
    "owner": pgettext_lazy("plan", "whoever owns it"),
    "lead_unit": pgettext_lazy("plan", "the unit in the lead"),
    "finding_unit": pgettext_lazy("plan", "the unit the finding concerns"),
    "old_holder": pgettext_lazy("plan", "the former holder"),
    "keeper": pgettext_lazy("plan", "the keeper of the channel"),
    "author": pgettext_lazy("plan", "the author"),
}
#: Whom a rung of a ladder tells, besides posts.
TOLD: Words = {
    "owner": pgettext_lazy("plan", "the owner"),
    "backup": pgettext_lazy("plan", "the backup"),
    "superior": pgettext_lazy("plan", "the superior"),
}
#: What a rung does.
RUNG_ACTS: Words = {
    "start_reminder": pgettext_lazy("plan", "remind to start"),
    "remind": pgettext_lazy("plan", "remind"),
    "urge_notice": pgettext_lazy("plan", "written urge notice"),
    "open_finding": pgettext_lazy("plan", "open a finding"),
    "breach_notice": pgettext_lazy("plan", "tell that the limit has passed"),
}
#: What starts a clock.
EVENTS: Words = {
    "concern.seen": pgettext_lazy("plan", "a concern is seen"),
    "concern.assessed": pgettext_lazy("plan", "a concern is assessed"),
    "assessment.level": pgettext_lazy("plan", "a concern is given a level"),
    "concern.closed": pgettext_lazy("plan", "a case is closed"),
    "incident.declared": pgettext_lazy("plan", "a major event is declared"),
    "letter.received": pgettext_lazy("plan", "a letter arrives"),
    "inquiry.received": pgettext_lazy("plan", "the press asks"),
    "holding.changed": pgettext_lazy("plan", "a post changes hands"),
    "finding.confirmed": pgettext_lazy("plan", "a finding is confirmed"),
    "decision.proposed": pgettext_lazy("plan", "a decision is proposed"),
    "problem.found": pgettext_lazy("plan", "a new problem is found"),
}
#: For what a clock may stand still.
PAUSES: Words = {
    "asked_for_clarification": pgettext_lazy("plan", "the asker was asked to clarify"),
    "third_party_heard": pgettext_lazy("plan", "a third party is being heard"),
    "superior_asked": pgettext_lazy("plan", "the superior body was asked"),
    "court": pgettext_lazy("plan", "a court has the matter"),
}
#: What proves that a duty was done.
EVIDENCE: Words = {
    "minutes": pgettext_lazy("plan", "minutes"),
    "attendance": pgettext_lazy("plan", "list of those present"),
    "report_docx": pgettext_lazy("plan", "report"),
    "receipt": pgettext_lazy("plan", "receipt"),
    "public_url": pgettext_lazy("plan", "public address"),
    "log_entry": pgettext_lazy("plan", "entry in the log"),
    "scoresheet": pgettext_lazy("plan", "score sheet"),
    "questionnaire_result": pgettext_lazy("plan", "result of the questionnaire"),
    "training_record": pgettext_lazy("plan", "training record"),
    "decision": pgettext_lazy("plan", "decision"),
    "circular": pgettext_lazy("plan", "circular"),
    "analysis": pgettext_lazy("plan", "analysis"),
    "statement": pgettext_lazy("plan", "statement at the meeting"),
    "document": pgettext_lazy("plan", "document"),
    "link": pgettext_lazy("plan", "link"),
}


def said(words: Words, key: str) -> str:
    """Give the reader's words for a key, or the key itself."""
    return str(words.get(key, key))
