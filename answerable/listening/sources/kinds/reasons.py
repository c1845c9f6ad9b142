"""Why something was not taken, or what to know about what was: one English sentence a code, for the catalogue."""

from collections.abc import Mapping


def gettext_noop(message: str) -> str:
    """Mark a sentence for the catalogue; pages translate it, this room's kinds stay free of any framework."""
    return message


#: code -> sentence; `%(name)s` places are filled from the details of a refusal.
REASONS: Mapping[str, str] = {
    # the whole document
    "empty": gettext_noop("The document is empty."),
    "not_a_feed": gettext_noop("This is not a feed."),
    "not_json": gettext_noop("This is not valid JSON."),
    "not_a_json_feed": gettext_noop("This is JSON, but not a JSON Feed."),
    "not_a_sitemap": gettext_noop("This is not a sitemap."),
    "not_a_page": gettext_noop("This page holds no text that can be read."),
    "not_a_table": gettext_noop("This is not a CSV, JSONL or XLSX file that can be read."),
    "not_a_mail": gettext_noop("This is not an e-mail that can be read."),
    "unreadable": gettext_noop("The document is damaged and could not be read."),
    "too_deep": gettext_noop("The document is nested more than %(most)s levels deep."),
    "too_many_tags": gettext_noop("The document has more than %(most)s tags."),
    "too_many_attributes": gettext_noop("A tag of the document has more than %(most)s attributes."),
    "too_large": gettext_noop("The document is larger than %(most)s bytes."),
    "too_long": gettext_noop("The document took too long to read."),
    "too_much_memory": gettext_noop("The document took too much memory to read."),
    "reader_died": gettext_noop("The reader broke down on this document."),
    "nothing_chosen": gettext_noop("The selector %(selector)s finds nothing on the page."),
    "bad_selector": gettext_noop("%(selector)s is not a CSS selector."),
    "no_title_column": gettext_noop("The table has no column for the title (columns: %(columns)s)."),
    "too_many_cells": gettext_noop("The table has more than %(most)s cells."),
    "bad_signature": gettext_noop("The message is not signed with this source's secret, or it is too old."),
    "no_file": gettext_noop("There is no such file, or it may not be read."),
    # answers of the server
    "gone": gettext_noop("The site says that this address is gone for good."),
    "not_found": gettext_noop("The address does not exist any more (status %(status)s)."),
    "not_allowed": gettext_noop("The site does not let us read this address (status %(status)s)."),
    "server_busy": gettext_noop("The site asks to come back later (status %(status)s)."),
    "server_failed": gettext_noop("The site has a fault (status %(status)s)."),
    "unexpected_status": gettext_noop("The site gave an answer that is not a document (status %(status)s)."),
    # one entry, row or link
    "no_content": gettext_noop("It has neither a title nor a text."),
    "no_identity": gettext_noop("It has nothing to tell it from others."),
    "rounded": gettext_noop("The spreadsheet has rounded the number %(value)s; format the column as text."),
    "bad_date": gettext_noop("The date %(value)s cannot be read."),
    "twice": gettext_noop("It is the same as an earlier one in the same document."),
    "over_the_cap": gettext_noop("Only the first %(most)s entries of a document are read."),
    # sources that are not allowed
    "personal_page": gettext_noop(
        "This is the page of a person or an account on %(site)s. Answerable reads publications, not people."
    ),
    # notes on what was read
    "truncated": gettext_noop("The document was cut off; what lay behind the cut is missing."),
    "guid_unstable": gettext_noop(
        "The feed gives its entries new names at each visit; link and title are used."
    ),
    "summaries_only": gettext_noop("The feed carries summaries only."),
    "entities_dropped": gettext_noop("The document defines entities of its own; they were not expanded."),
    "odd_charset": gettext_noop("The document names a character set that does not fit its bytes."),
    "clamped_dates": gettext_noop(
        "Some dates lay in the future or more than ten years back and were corrected."
    ),
}
