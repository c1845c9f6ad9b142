"""Pages of the room."""

from answerable.response.letters.views.inquiries import (
    add_inquiry,
    inquiries,
    inquiry,
    journalist,
    move_inquiry,
    write_press_answer,
)
from answerable.response.letters.views.letters import (
    add,
    contact,
    export,
    figures,
    letter,
    table,
    take_out_file,
)
from answerable.response.letters.views.mailbox import confirm, drop, hand_in, mailbox, sheet, template
from answerable.response.letters.views.moves import move
from answerable.response.letters.views.replies import (
    begin_reply,
    drop_reply,
    hand_in_reply,
    reply,
    send_reply,
)

__all__ = [
    "add",
    "add_inquiry",
    "begin_reply",
    "confirm",
    "contact",
    "drop",
    "drop_reply",
    "export",
    "figures",
    "hand_in",
    "hand_in_reply",
    "inquiries",
    "inquiry",
    "journalist",
    "letter",
    "mailbox",
    "move",
    "move_inquiry",
    "reply",
    "send_reply",
    "sheet",
    "table",
    "take_out_file",
    "template",
    "write_press_answer",
]
