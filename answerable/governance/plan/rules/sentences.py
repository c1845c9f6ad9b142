"""Every problem in a sentence that a clerk understands, and what to do about it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from answerable.governance.plan.rules.reasons import Problem

Said = tuple[str | Promise, str | Promise]

SENTENCES: Mapping[str, Said] = {
    # The file itself
    "not_yaml": (
        _("This line cannot be read: %(said)s."),
        _("Look for a missing colon, quote or bracket here or in the line above."),
    ),
    "too_large": (
        _("The file is larger than %(most)s KB."),
        _("A plan is never that long: is it the right file?"),
    ),
    "unseen_sign": (
        _("There is a sign in this line that nobody can see (%(sign)s)."),
        _("Delete the line and type it again."),
    ),
    "empty": (_("The file is empty."), _("Choose the file again.")),
    "two_documents": (_("A second document begins here (---)."), _("Keep one plan in one file.")),
    "too_deep": (_("Entries are nested too deeply here."), _("A plan needs no more than a few levels.")),
    "anchor": (
        _("Anchors and aliases (& and *) are not allowed in a plan."),
        _("Write the value out where it is meant."),
    ),
    "tag": (_("Tags such as %(tag)s are not allowed in a plan."), _("Take the tag out.")),
    "odd_key": (_("A key must be one word."), _("Write it as text.")),
    "twice": (
        _("“%(key)s” stands twice in the same place; the first time in line %(first)s."),
        _("Keep one of them."),
    ),
    "no_table": (
        _("This is no plan file."),
        _("A plan begins with “plan:” and has sections such as “clauses:”."),
    ),
    "no_head": (
        _("The section “plan” is missing."),
        _("Begin the file with id, version, date, calendar and title."),
    ),
    "no_pack": (_("This is no rule pack."), _("A pack begins with “pack:”.")),
    "text_wanted": (_("A text is wanted here."), _("Write one value, in quotes if need be.")),
    "row_wanted": (_("A list is wanted here."), _("Write it as [a, b] or line by line with dashes.")),
    "table_wanted": (_("Entries with a name are wanted here."), _("Write them as “name: value”.")),
    "yes_no": (_("Only true or false can stand here."), _("Write true or false.")),
    "number_wanted": (_("“%(said)s” is no number."), _("Write a whole number.")),
    "no_date": (_("“%(said)s” is no date."), _("Write it as 2027-01-01.")),
    "unknown_key": (_("Nobody reads “%(key)s” here."), _("Is it a slip of the pen? %(near)s")),
    "odd_id": (_("“%(id)s” cannot be an id."), _("Use letters, digits, dots and dashes, 40 at the most.")),
    "clause_twice": (
        _("There are two clauses “%(id)s”; the first is in line %(first)s."),
        _("Give one of them another id."),
    ),
    "unknown_param": (
        _("The figure $%(id)s is not defined."),
        _("Define it under “params”, or name a pack that has it."),
    ),
    "unknown_pack": (
        _("There is no rule pack “%(id)s”."),
        _("Choose one of the packs that ship, or add your own."),
    ),
    "text_differs": (
        _("The text of this clause is not the one its hash was taken of."),
        _("Restore the text, or take the hash out."),
    ),
    "looser_than_pack": (
        _("%(id)s is %(own)s here, but %(source)s says %(law)s: the stricter figure applies."),
        _("Take it out, or make it stricter."),
    ),
    # Packs
    "pack_no_source": (_("The figure “%(id)s” names no source."), _("Say in which rule it stands.")),
    "pack_no_certainty": (_("The figure “%(id)s” does not say how sure it is."), _("Write L, G, M or K.")),
    "pack_no_day": (
        _("The figure “%(id)s” does not say when it was checked."),
        _("Write the day, as 2026-11-20."),
    ),
    "pack_no_names": (_("The figure “%(id)s” has no name in both languages."), _("Add en and zh.")),
    # Head
    "head_lacks": (_("The plan does not say its %(what)s."), _("Add it under “plan”.")),
    "calendar_unknown": (
        _("“%(said)s” names no calendar of working days."),
        _("Write the code of a country, such as CN or GB-ENG."),
    ),
    "calendar_not_here": (
        _("This house keeps no calendar “%(said)s”."),
        _("Choose one of these: %(known)s; or add the calendar first."),
    ),
    "zone_unknown": (_("“%(said)s” is no time zone."), _("Write for example Asia/Shanghai.")),
    "name_missing": (_("“%(id)s” has no name in both languages."), _("Add zh and en.")),
    # Clauses
    "no_clauses": (_("The plan has no clauses."), _("Import the written document, or add clauses.")),
    "clause_empty": (_("Clause %(id)s has no words."), _("Copy them from the written document.")),
    "clause_gives_nothing": (
        _("Clause %(id)s (%(ref)s) gives rise to nothing: nobody would carry it out."),
        _("Link it to what it gives rise to, or say under “none” why it gives nothing."),
    ),
    "clause_gives_and_none": (
        _("Clause %(id)s gives rise to something and says that it does not."),
        _("Take one of the two out."),
    ),
    "gives_unknown": (
        _("Clause %(id)s gives rise to %(given)s, which is not in the plan."),
        _("Add it, or mend the id."),
    ),
    "gives_odd": (
        _("“%(given)s” is nothing that clause %(id)s could give rise to."),
        _("Write post:, duty:, rule:, gate:, check: or proc: and an id."),
    ),
    "object_without_clause": (
        _("No sentence of the plan gives rise to “%(id)s”: it has no ground."),
        _("Link it to the clause that asks for it, or take it out."),
    ),
    "figures_differ": (
        _("Clause %(id)s says %(says)s, but what it gives rise to counts %(counts)s."),
        _("Bring the two together."),
    ),
    "stale_text": (
        _("Clause %(id)s (%(ref)s) is not in the written document in these words any more."),
        _("Take the new words, or drop the clause."),
    ),
    "sentence_without_clause": (
        _("The written document says in %(ref)s “%(text)s”, and no clause has these words."),
        _("Add it as a clause, or give its words to the clause it replaces."),
    ),
    # Posts
    "post_kind": (
        _("The post %(id)s has no kind that is known (“%(said)s”)."),
        _("Choose one of: %(known)s."),
    ),
    "post_no_backup": (
        _("The post %(id)s has no backup: when its holder is away, nobody acts."),
        _("Name another post, or write “backup: same” for a second holder of the same post."),
    ),
    "post_own_backup": (
        _("The post %(id)s is named as its own backup."),
        _("Name another post, or write “same”."),
    ),
    "post_unknown": (_("There is no post %(id)s (%(field)s)."), _("Add it under “posts”, or mend the code.")),
    "unit_unknown": (
        _("The post %(id)s belongs to the unit “%(said)s”, which this house does not have."),
        _("Write bureau, each, or the code of a unit."),
    ),
    "post_unbound": (
        _("No post in “%(unit)s” stands for %(id)s."),
        _("Bind one on the page of posts, or add the post to the unit first."),
    ),
    "post_no_holder": (_("Nobody holds %(id)s in “%(unit)s” today."), _("Give the post a holder.")),
    "post_no_backup_holder": (
        _("%(id)s in “%(unit)s” has a holder and no backup."),
        _("Give the post a backup, so that somebody acts while the holder is away."),
    ),
    # Duties and ladders
    "duty_no_owner": (_("The duty %(id)s belongs to nobody."), _("Name the post that owes it.")),
    "duty_no_recipient": (
        _("The duty %(id)s is due to nobody."),
        _("Name the post or body that receives it."),
    ),
    "duty_no_evidence": (
        _("Nothing proves that the duty %(id)s was done."),
        _("Name the product that exists anyway: minutes, a report, a link."),
    ),
    "duty_no_ladder": (
        _("Nobody is reminded of the duty %(id)s, and nobody hears when it is late."),
        _("Name a ladder, or write “ladder: none” if that is meant."),
    ),
    "duty_twice": (_("%(id)s and %(other)s are the same duty of the same post."), _("Keep one of them.")),
    "ladder_unknown": (
        _("%(id)s names the ladder “%(said)s”, which is not in the plan."),
        _("Add it under “ladders”."),
    ),
    "evidence_unknown": (
        _("“%(said)s” is an unusual kind of evidence for %(id)s."),
        _("It will be shown as it is written."),
    ),
    "recipient_unknown": (
        _("%(id)s goes to “%(said)s”, which is no post of the plan."),
        _("Name a post, or one of: %(known)s."),
    ),
    "rrule_unreadable": (
        _("The days of %(id)s cannot be counted from “%(said)s”."),
        _("Write for example FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1."),
    ),
    "due_unreadable": (
        _("“%(said)s” is no deadline for %(id)s."),
        _("Write month_end, period_end, day 15, 17:30 or 5wd after."),
    ),
    "roll_unknown": (
        _("“%(said)s” does not say where %(id)s moves on a day off."),
        _("Write prev, next or none."),
    ),
    "only_unknown": (_("“%(said)s” is no sort of days for %(id)s."), _("Write wd, or leave it out.")),
    "lead_unreadable": (_("“%(said)s” is no lead for %(id)s."), _("Write for example 10wd.")),
    "offset_unreadable": (
        _("“%(said)s” is no place on the ladder %(id)s."),
        _("Write for example -10wd, +1wd or -50%%."),
    ),
    "told_unknown": (
        _("The ladder %(id)s tells “%(said)s”, whom nobody knows."),
        _("Write owner, backup, superior or a post."),
    ),
    "act_unknown": (_("The ladder %(id)s cannot do “%(said)s”."), _("Write one of: %(known)s.")),
    # Event rules
    "event_unknown": (
        _("“%(said)s” never happens here, so %(id)s would never start."),
        _("Write one of: %(known)s."),
    ),
    "rule_no_stages": (_("The rule %(id)s asks for nothing."), _("Give it at least one stage.")),
    "stage_no_act": (_("A stage of %(id)s does not say what has to be done."), _("Add “do”.")),
    "stage_one_limit": (
        _("The stage “%(do)s” of %(id)s needs exactly one limit."),
        _("Write in, every or at, and only one."),
    ),
    "limit_unreadable": (_("“%(said)s” is no limit (%(id)s)."), _("Write for example 5h, 4wh, 7wd or 30cd.")),
    "pause_unknown": (
        _("“%(said)s” is an unusual reason to pause %(id)s."),
        _("It will be shown as it is written."),
    ),
    "extension_shorter": (
        _("%(id)s may be extended to %(limit)s, which is no longer than the %(first)s for “%(do)s”."),
        _("Make the extension longer, or take it out."),
    ),
    "contradiction": (
        _("%(id)s gives %(longer)s for “%(do)s”, and %(other)s gives %(shorter)s: the shorter limit wins."),
        _("Keep the shorter one in both, or take one out."),
    ),
    # Gates
    "gate_extends_unknown": (
        _("The gate %(id)s builds on “%(said)s”, which is no gate it can build on."),
        _("Mend the id."),
    ),
    "gate_no_steps": (
        _("Anything passes the gate %(id)s: it has no steps."),
        _("Give it at least one step."),
    ),
    "gate_same_post": (
        _("The gate %(id)s asks %(post)s for %(times)s steps, and no person may take two."),
        _("Give the steps to different posts."),
    ),
    "gate_too_few": (
        _(
            "“%(unit)s” could never pass the gate %(id)s: %(needed)s different people are needed, %(there)s are there."
        ),
        _("Ask for fewer steps, or let the body above read for this unit."),
    ),
    # Changes on a page
    "no_such_thing": (_("That is not in the plan any more."), _("Load the page again.")),
    "clauses_on_one_line": (
        _("The clauses of this file stand on one line."),
        _("Write each clause on lines of its own."),
    ),
}


def sentence_of(problem: Problem) -> tuple[str, str]:
    """Say in the reader's language what is wrong and what to do."""
    said, step = SENTENCES[problem.code]
    details = {**problem.details}
    if problem.code == "unknown_key":
        near = str(details.get("near", ""))
        details["near"] = gettext("“%(key)s” is one that is read.") % {"key": near} if near else ""
    return str(said) % details, str(step) % details
