"""What is done with one letter: each button of its page comes here."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.office.people import queries as people
from answerable.response.letters import actions
from answerable.response.letters.forms import MoveForm
from answerable.response.letters.queries.door import letters_of
from answerable.response.letters.rules.states import End, Judgement, Told
from answerable.response.letters.words import DONE
from answerable.web.requests import Request

#: (letter, what was said, who, when) -> the word under which words.DONE says what happened.
Said = dict[str, Any]
Do = Callable[[int, Said, Actor, datetime], str]


def _forward(letter: int, said: Said, by: Actor, at: datetime) -> str:
    if said["unit"] is None:
        raise Anticipated(_("Choose the unit that can answer."))
    actions.forward(letter, said["unit"], said["words"], by=by, at=at)
    return "forward"


def _ask(letter: int, said: Said, by: Actor, at: datetime) -> str:
    return "ask" if actions.ask(letter, said["words"], by=by, at=at) else "ask_running"


def _set_aside(letter: int, said: Said, by: Actor, at: datetime) -> str:
    if not said["end"]:
        raise Anticipated(_("Choose why the letter is set aside."))
    actions.set_aside(letter, End(said["end"]), by=by, at=at)
    return "set_aside"


def _tie(letter: int, said: Said, by: Actor, at: datetime) -> str:
    if said["case"] is None:
        raise Anticipated(_("Give the number of the case."))
    actions.tie_to_case((letter,), said["case"], by=by, at=at)
    return "tie"


def _judge(letter: int, said: Said, by: Actor, at: datetime) -> str:
    if not said["judgement"]:
        raise Anticipated(_("Choose what the asker says."))
    actions.judged_by_hand(letter, Judgement(said["judgement"]), by=by, at=at)
    return "judge"


def _told(letter: int, said: Said, by: Actor, at: datetime) -> str:
    if not said["told"]:
        raise Anticipated(_("Choose how the asker was told."))
    actions.note_told(letter, Told(said["told"]), by=by, at=at)
    return "told"


def _plain(act: Callable[..., object], done: str, *, with_words: bool = True) -> Do:
    """Make a move that takes words at most."""

    def do(letter: int, said: Said, by: Actor, at: datetime) -> str:
        words = (said["words"],) if with_words else ()
        act(letter, *words, by=by, at=at)
        return done

    return do


def _same(letter: int, said: Said, by: Actor, at: datetime) -> str:
    actions.mark_same(letter, said["other"], by=by, at=at)
    return "same" if said["other"] else "not_same"


DOES: dict[str, Do] = {
    "forward": _forward,
    "bring_back": _plain(actions.bring_back, "bring_back"),
    "ask": _ask,
    "clarify": _plain(actions.clarified_by_hand, "clarify"),
    "go_on": _plain(actions.go_on, "go_on", with_words=False),
    "extend": _plain(actions.extend, "extend"),
    "hand_over": _plain(actions.hand_over, "hand_over"),
    "set_aside": _set_aside,
    "tie": _tie,
    "same": _same,
    "mask": _plain(actions.mask_more, "mask"),
    "judge": _judge,
    "told": _told,
    "close": _plain(actions.close_letter, "close", with_words=False),
}


@require_POST
def move(request: Request, letter: int, move: str) -> HttpResponse:
    """Do one thing with a letter, and say what came of it."""
    if move not in DOES:
        raise Http404
    form = MoveForm(request.POST, units=people.unit_choices(request.actor))
    if not form.is_valid():
        raise Anticipated(_("Something in the form is missing or too long."), _("Go back and look at it."))
    done = DOES[move](letter, form.cleaned_data, request.actor, clock.now())
    messages.success(request, DONE[done])
    # One that was given away lies outside the reach of a unit's contact.
    still_there = letters_of(request.actor).filter(pk=letter).exists()
    return redirect("letters:letter", letter=letter) if still_there else redirect("letters:list")
