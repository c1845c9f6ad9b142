"""The only reads of the room."""

from answerable.response.letters.queries.body import body
from answerable.response.letters.queries.figures import (
    Figures,
    InquiryFigures,
    MailboxRow,
    Share,
    figures,
    figures_for,
    inquiry_figures,
    mailbox,
)
from answerable.response.letters.queries.followup import FollowUp, follow_up, letter_by_code
from answerable.response.letters.queries.inquiries import (
    InquiryPage,
    InquiryRow,
    InquiryTable,
    inquiries_of_case,
    inquiry_page,
    inquiry_table,
)
from answerable.response.letters.queries.listing import (
    LetterRow,
    Table,
    Wish,
    all_rows,
    choices,
    letters_saying,
    table,
)
from answerable.response.letters.queries.page import (
    LetterPage,
    Matter,
    ReplyPage,
    letter_matter,
    letter_page,
    letters_of_case,
    reply_page,
)
from answerable.response.letters.queries.sheets import Preview, preview, recent_sheets

__all__ = [
    "Figures",
    "FollowUp",
    "InquiryFigures",
    "InquiryPage",
    "InquiryRow",
    "InquiryTable",
    "LetterPage",
    "LetterRow",
    "MailboxRow",
    "Matter",
    "Preview",
    "ReplyPage",
    "Share",
    "Table",
    "Wish",
    "all_rows",
    "body",
    "choices",
    "figures",
    "figures_for",
    "follow_up",
    "inquiries_of_case",
    "inquiry_figures",
    "inquiry_page",
    "inquiry_table",
    "letter_by_code",
    "letter_matter",
    "letter_page",
    "letters_of_case",
    "letters_saying",
    "mailbox",
    "preview",
    "recent_sheets",
    "reply_page",
    "table",
]
