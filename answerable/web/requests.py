"""The request as our views get it: with the actor that the middleware put on it."""

from django.http import HttpRequest

from answerable.kernel.actor import Actor


class Request(HttpRequest):
    """A request whose actor is known. Django makes plain requests; this class only names what is on them."""

    actor: Actor
