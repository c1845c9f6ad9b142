"""Why a roster, or one row of it, is refused: a code, and the sentence that a person reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

#: Rows of one file. A city bureau has some 500 posts; larger bodies hand in one file a branch.
MOST_ROWS = 5_000
#: Bytes of one file; 5,000 rows of thirteen columns take about 1 MB.
MOST_BYTES = 5 * 1024 * 1024

FILE_REASONS = {
    "empty": _("The file is empty."),
    "too_large": _("The file is larger than 5 MB."),
    "too_many_rows": _("The file has more than %(most)s rows. Hand it in in parts."),
    "too_heavy": _("The file takes more time or memory to read than a list of posts needs."),
    "unreadable": _("This is neither a readable XLSX nor a readable CSV file."),
    "locked": _("The file is locked with a password."),
    "encoding": _("The text is neither UTF-8 nor UTF-16 nor GB 18030."),
    "quotes": _("A quotation mark in the file is not closed."),
    "no_heads": _("None of the columns has a head that we know. Take the template."),
    "double_head": _("Two columns mean the same: %(value)s."),
}
ROW_REASONS = {
    "nothing": _("The row names neither a unit nor a post nor a person."),
    "too_long": _("%(column)s is too long."),
    "lost_digits": _(
        "%(column)s is a number so long that the spreadsheet dropped its last digits. Write it as text."
    ),
    "identity_number": _("%(column)s looks like an identity-card number. These are not kept here."),
    "bad_code": _("%(column)s may hold letters, digits, hyphens, dots and underscores only: %(value)s"),
    "bad_email": _("This is no e-mail address: %(value)s"),
    "bad_date": _("%(column)s is no date: %(value)s"),
    "bad_kind": _("There is no such kind of post: %(value)s"),
    "bad_holding": _("There is no such way of holding a post: %(value)s"),
    "ends_early": _("The holding ends before it begins."),
    "code_missing": _("%(column)s is missing."),
    "differs": _("%(column)s differs from what row %(row)s says of the same thing."),
    "unit_unknown": _("There is no unit %(value)s yet, and no row gives its name."),
    "unit_gone": _("The unit %(value)s has been closed."),
    "parent_unknown": _("The unit above, %(value)s, does not exist, was refused, or stands below this one."),
    "unit_moved": _("The unit stands elsewhere in the tree. Units are moved by hand."),
    "post_unknown": _("There is no post %(value)s yet, and no row gives its title, kind and unit."),
    "post_gone": _("The post %(value)s has been abolished."),
    "post_moved": _("The post belongs to another unit, %(value)s. Posts are moved by hand."),
    "person_unclear": _("Several people are called %(value)s. Give the staff number or the e-mail address."),
    "person_differs": _("The staff number belongs to somebody else: %(value)s."),
    "main_taken": _("%(value)s is the main holder of this post in that time."),
    "holds_otherwise": _("This person holds this post already, since %(value)s."),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused row: its number in the file, the code of the reason, and what the sentence names."""

    row: int
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class BadRoster(Exception):
    """The whole file is refused."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
