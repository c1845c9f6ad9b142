"""Words that a plan file may use where it names no post of its own: recipients, events, acts, reasons."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

#: To whom a duty is due, besides posts.
RECIPIENTS: Words = {
    "superior_body": _("the superior body"),
    "public": _("the public"),
    "all_units": _("all units"),
    "leading_body": _("the leading body"),
    "branch_meeting": _("the branch meeting"),
}
#: Who carries out a stage, besides posts.
DOERS: Words = {
    "owner": _("whoever owns it"),
    "lead_unit": _("the unit in the lead"),
    "finding_unit": _("the unit the finding concerns"),
    "old_holder": _("the former holder"),
    "keeper": _("the keeper of the channel"),
    "author": _("the author"),
}
#: Whom a rung of a ladder tells, besides posts.
TOLD: Words = {
    "owner": _("the owner"),
    "backup": _("the backup"),
    "superior": _("the superior"),
}
#: What a rung does.
RUNG_ACTS: Words = {
    "start_reminder": _("remind to start"),
    "remind": _("remind"),
    "urge_notice": _("written urge notice"),
    "open_finding": _("open a finding"),
    "breach_notice": _("tell that the limit has passed"),
}
#: What starts a clock.
EVENTS: Words = {
    "concern.seen": _("a concern is seen"),
    "concern.assessed": _("a concern is assessed"),
    "assessment.level": _("a concern is given a level"),
    "concern.closed": _("a case is closed"),
    "incident.declared": _("a major event is declared"),
    "letter.received": _("a letter arrives"),
    "inquiry.received": _("the press asks"),
    "holding.changed": _("a post changes hands"),
    "finding.confirmed": _("a finding is confirmed"),
    "decision.proposed": _("a decision is proposed"),
    "problem.found": _("a new problem is found"),
}
#: For what a clock may stand still.
PAUSES: Words = {
    "asked_for_clarification": _("the asker was asked to clarify"),
    "third_party_heard": _("a third party is being heard"),
    "superior_asked": _("the superior body was asked"),
    "court": _("a court has the matter"),
}
#: What proves that a duty was done.
EVIDENCE: Words = {
    "minutes": _("minutes"),
    "attendance": _("list of those present"),
    "report_docx": _("report"),
    "receipt": _("receipt"),
    "public_url": _("public address"),
    "log_entry": _("entry in the log"),
    "scoresheet": _("score sheet"),
    "questionnaire_result": _("result of the questionnaire"),
    "training_record": _("training record"),
    "decision": _("decision"),
    "circular": _("circular"),
    "analysis": _("analysis"),
    "statement": _("statement at the meeting"),
    "document": _("document"),
    "link": _("link"),
}
LEVELS: Words = {
    "grave": _("especially grave"),
    "major": _("major"),
    "considerable": _("considerable"),
    "ordinary": _("ordinary"),
}


def said(words: Words, key: str) -> str:
    """Give the reader's words for a key, or the key itself."""
    return str(words.get(key, key))
