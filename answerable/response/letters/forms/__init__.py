"""Forms of the room."""

from answerable.response.letters.forms.office import (
    FilterForm,
    HandForm,
    MailboxForm,
    MoveForm,
    ReplyForm,
    SheetForm,
)
from answerable.response.letters.forms.press import InquiryForm, PressAnswerForm
from answerable.response.letters.forms.public import FindForm, PublicForm

__all__ = [
    "FilterForm",
    "FindForm",
    "HandForm",
    "InquiryForm",
    "MailboxForm",
    "MoveForm",
    "PressAnswerForm",
    "PublicForm",
    "ReplyForm",
    "SheetForm",
]
