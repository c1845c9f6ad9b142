"""The one interface: routers of the rooms, each behind its scope; errors as JSON."""

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI

from answerable.kernel.errors import Anticipated
from answerable.listening.signals.api import router as signals
from answerable.listening.sources.api import router as items
from answerable.listening.stories.api import router as stories
from answerable.project.api.bearer import Bearer, Pace
from answerable.project.api.rules import Scope

api = NinjaAPI(
    title="Answerable",
    version="1",
    description=_("What the public says: items, stories and signals. Read only."),
    docs_url=None,
    urls_namespace="api",
    throttle=[Pace()],
)
api.add_router("", items, auth=Bearer(Scope.ITEMS))
api.add_router("", stories, auth=Bearer(Scope.STORIES))
api.add_router("", signals, auth=Bearer(Scope.SIGNALS))


@api.exception_handler(Anticipated)
def _told(request: HttpRequest, error: Exception) -> HttpResponse:
    """Tell an anticipated error in its sentence."""
    assert isinstance(error, Anticipated)
    said = {"detail": str(error.sentence), "next_step": str(error.next_step)}
    return api.create_response(request, said, status=error.status)


@api.exception_handler(DataError)
def _beyond(request: HttpRequest, error: Exception) -> HttpResponse:
    """Refuse what a database cannot hold: PostgreSQL has times, numbers and signs that it does not take."""
    return api.create_response(
        request, {"detail": gettext("This asks for something beyond what is kept.")}, status=422
    )
