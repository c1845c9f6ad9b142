"""Forms of the office's pages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from answerable.response.letters.actions import MailboxDraft, ReplyDraft
from answerable.response.letters.forms.offering import offer
from answerable.response.letters.queries import Wish
from answerable.response.letters.queries.listing import SORTS, TABS
from answerable.response.letters.rules.columns import EMAIL
from answerable.response.letters.rules.matter import MOST_TEXT, Contact, one_line
from answerable.response.letters.rules.states import (
    ASIDE,
    END_NAMES,
    JUDGEMENT_NAMES,
    TOLD_BY_HAND,
    TOLD_NAMES,
    WAY_NAMES,
    Judgement,
    Way,
)
from answerable.response.letters.rules.wording import Wording, is_address
from answerable.web.days import days_asked

LANGUAGES = (("zh-hans", _("Chinese")), ("en", _("English")))


class FilterForm(forms.Form):
    """The filters above the list."""

    words = forms.CharField(required=False, max_length=200, label=_("Words or number"))
    way = forms.ChoiceField(required=False, label=_("Came by"))
    unit = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label=_("Lies with"))
    case = forms.IntegerField(required=False, min_value=1, label=_("Case"), widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "way", [("", _("all")), *((way.value, WAY_NAMES[way]) for way in Way)])
        offer(self, "unit", [("", _("all")), *units])

    def wish(self) -> Wish:
        """Give what is asked for; what makes no sense is left out."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        tab, sort, page = (self.data.get(name, "") for name in ("tab", "sort", "page"))
        days = days_asked(self.data)
        return Wish(
            **found,
            since=days.since,
            until=days.until,
            tab=tab if tab in TABS else ("all" if found else "now"),
            sort=sort if sort.removeprefix("-") in SORTS else "",
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        )


class HandForm(forms.Form):
    """A letter that somebody writes down: a telephone call, a visit, a letter on paper."""

    title = forms.CharField(label=_("What it is about"), max_length=200)
    text = forms.CharField(
        label=_("What was said or written"), max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 7})
    )
    received_at = forms.DateTimeField(
        label=_("When it came"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    language = forms.ChoiceField(label=_("Language of the asker"), choices=LANGUAGES)
    name = forms.CharField(label=pgettext_lazy("letter", "Name"), max_length=100, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=60, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)

    def clean_email(self) -> str:
        """An address to answer to holds one address and no line end."""
        email = one_line(str(self.cleaned_data["email"]))
        if email and not EMAIL.fullmatch(email):
            raise forms.ValidationError(_now("This is no e-mail address."))
        return email

    def contact(self) -> Contact:
        """Give the way back that was left."""
        said = self.cleaned_data
        return Contact(
            name=one_line(said["name"]),
            email=said["email"],
            phone=one_line(said["phone"]),
            address=one_line(said["address"]),
        )


class MoveForm(forms.Form):
    """What is to be done with a letter; each move takes of it what it needs."""

    unit = forms.TypedChoiceField(label=_("Unit"), required=False, coerce=int, empty_value=None)
    words = forms.CharField(
        label=pgettext_lazy("letter", "Words"),
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    end = forms.ChoiceField(label=pgettext_lazy("letter", "Why"), required=False)
    judgement = forms.ChoiceField(label=_("What the asker says"), required=False)
    told = forms.ChoiceField(label=_("How the asker was told"), required=False)
    case = forms.IntegerField(label=_("Number of the case"), required=False, min_value=1)
    other = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", _("choose")), *units])
        offer(self, "end", [("", _("choose")), *((end.value, END_NAMES[end]) for end in ASIDE)])
        offer(
            self, "judgement", [("", _("choose")), *((one.value, JUDGEMENT_NAMES[one]) for one in Judgement)]
        )
        offer(self, "told", [("", _("choose")), *((how.value, TOLD_NAMES[how]) for how in TOLD_BY_HAND)])


class ReplyForm(forms.Form):
    """A reply: its text, who signs it, and the letters it answers."""

    title = forms.CharField(label=pgettext_lazy("letter", "Title"), max_length=200)
    text = forms.CharField(
        label=pgettext_lazy("letter", "Answer"),
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Say first what the asker wanted to know, then why, then what they can do."),
    )
    signature = forms.CharField(
        label=_("Signed by"),
        max_length=200,
        help_text=_("The body or unit and the spokesperson or head who answers, with name and post."),
    )
    link = forms.CharField(
        label=_("Address of a published answer"),
        max_length=500,
        required=False,
        help_text=_("Where the body has answered the same in public; it begins with https:// or /answers/."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    letters = forms.TypedMultipleChoiceField(
        label=_("Letters that it answers"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, letters: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "letters", letters)

    def clean_link(self) -> str:
        """An address leads to a page."""
        link = str(self.cleaned_data["link"]).strip()
        if link and not is_address(link):
            raise forms.ValidationError(_now("It begins with https:// or /answers/ and holds no blank."))
        return link

    def draft(self) -> ReplyDraft:
        """Give what was written."""
        said = self.cleaned_data
        wording = Wording(
            one_line(said["title"]), said["text"].strip(), one_line(said["signature"]), said["link"]
        )
        return ReplyDraft(wording, tuple(said["letters"]), said["language"])


class SheetForm(forms.Form):
    """A file of letters."""

    file = forms.FileField(
        label=pgettext_lazy("letter", "File"),
        max_length=200,
        help_text=_("XLSX or CSV, up to 5 MB and 5,000 rows. Nothing comes in before you have seen it."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class MailboxForm(forms.Form):
    """How the mailbox is reached."""

    host = forms.CharField(
        label=_("Server"), max_length=200, help_text=_("Its IMAP name, such as imap.example.org")
    )
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=993)
    sealing = forms.ChoiceField(
        label=_("Connection"), choices=[("tls", "TLS"), ("starttls", "STARTTLS")], initial="tls"
    )
    user = forms.CharField(label=_("User name"), max_length=200)
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("It is sealed and never shown again. Left empty, the known one stays."),
    )
    folder = forms.CharField(label=_("Folder"), max_length=100, initial="INBOX")
    is_on = forms.BooleanField(label=_("Read it every minute"), required=False, initial=True)

    def draft(self) -> MailboxDraft:
        """Give what was said."""
        return MailboxDraft(**self.cleaned_data)
