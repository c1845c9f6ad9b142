"""The only writers of the room."""

from answerable.response.letters.actions.clarifying import ask, clarified_by_hand, clarify, extend, go_on
from answerable.response.letters.actions.closing import close_due, close_letter
from answerable.response.letters.actions.forgetting import forget_due
from answerable.response.letters.actions.forwarding import (
    bring_back,
    forward,
    hand_over,
    mark_same,
    set_aside,
    tie_to_case,
)
from answerable.response.letters.actions.importing import (
    File,
    confirm_sheet,
    drop_sheet,
    hand_in_sheet,
    take_over,
)
from answerable.response.letters.actions.inquiries import (
    InquiryDraft,
    PressAnswer,
    acknowledge_inquiry,
    answer_inquiry,
    decline_inquiry,
    give_inquiry,
    take_inquiry,
    tie_inquiry,
    write_press_answer,
)
from answerable.response.letters.actions.judging import judge, judged_by_hand, reopen
from answerable.response.letters.actions.looking import look_at_contact, look_at_journalist, take_out_file
from answerable.response.letters.actions.mailbox import (
    MailboxDraft,
    claim_mailbox,
    keep_mailbox,
    note_failure,
    note_poll,
    take_mail,
)
from answerable.response.letters.actions.masking import mask_more
from answerable.response.letters.actions.noting import ASKER, index_again
from answerable.response.letters.actions.receiving import LetterDraft, Received, receive
from answerable.response.letters.actions.replying import (
    ReplyDraft,
    draft_reply,
    drop_reply,
    edit_reply,
    hand_in_reply,
    note_told,
    send_reply,
)

__all__ = [
    "ASKER",
    "File",
    "InquiryDraft",
    "LetterDraft",
    "MailboxDraft",
    "PressAnswer",
    "Received",
    "ReplyDraft",
    "acknowledge_inquiry",
    "answer_inquiry",
    "ask",
    "bring_back",
    "claim_mailbox",
    "clarified_by_hand",
    "clarify",
    "close_due",
    "close_letter",
    "confirm_sheet",
    "decline_inquiry",
    "draft_reply",
    "drop_reply",
    "drop_sheet",
    "edit_reply",
    "extend",
    "forget_due",
    "forward",
    "give_inquiry",
    "go_on",
    "hand_in_reply",
    "hand_in_sheet",
    "hand_over",
    "index_again",
    "judge",
    "judged_by_hand",
    "keep_mailbox",
    "look_at_contact",
    "look_at_journalist",
    "mark_same",
    "mask_more",
    "note_failure",
    "note_poll",
    "note_told",
    "receive",
    "reopen",
    "send_reply",
    "set_aside",
    "take_inquiry",
    "take_mail",
    "take_out_file",
    "take_over",
    "tie_inquiry",
    "tie_to_case",
    "write_press_answer",
]
