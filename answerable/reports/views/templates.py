"""The body's own templates: the list, handing one in, looking at one, trying it, putting it into use."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.reports import actions, queries
from answerable.reports.forms import NewTemplateForm, ServingForm, TemplateFileForm
from answerable.reports.layouts.document import Language
from answerable.reports.layouts.rendering import DOCX
from answerable.reports.queries.templates import KEEP
from answerable.reports.rules.templates import TemplateMove
from answerable.reports.templates_of_the_body.example import MEANINGS, example, name_of_example, written
from answerable.reports.templates_of_the_body.filling import fill
from answerable.reports.templates_of_the_body.sample import sample
from answerable.reports.words import TEMPLATE_DONE
from answerable.web.requests import Request

PAGE_SIZE = 50


def _language(request: Request) -> Language:
    return "zh-hans" if request.LANGUAGE_CODE.startswith("zh") else "en"


@require_safe
def templates(request: Request) -> HttpResponse:
    """Show the templates, and which places there are."""
    page = Paginator(queries.templates(request.actor), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "rows": [queries.row_of(one) for one in page],
        "pages": page,
        "places": [(written(name, _language(request)), told) for name, told in MEANINGS.items()],
    }
    return render(request, "reports/templates.html", context)


@require_http_methods(["GET", "POST"])
def add_template(request: Request) -> HttpResponse:
    """Take a new template in; a file that is none is refused with every reason."""
    request.actor.need(KEEP)
    form = NewTemplateForm(request.POST or None, request.FILES or None)
    refused: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_template(form.serving(), *form.content(), by=request.actor, at=clock.now())
        except actions.FileRefused as why:
            refused = why.reasons
            form.add_error("file", _("This file is no template yet. What has to be changed is listed below."))
        except Anticipated as why:
            form.add_error("name", str(why))
        else:
            messages.success(request, _("Kept. Try it, then put it into use."))
            return redirect("reports:template", template=made)
    return render(request, "reports/template_new.html", {"form": form, "refused": refused})


@require_http_methods(["GET", "POST"])
def template(request: Request, template: int) -> HttpResponse:
    """Show one template with its places and versions, and take its next version in."""
    page = queries.template_page(request.actor, template)
    form = TemplateFileForm(request.POST or None, request.FILES or None)
    refused: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_version(template, *form.content(), by=request.actor, at=clock.now())
        except actions.FileRefused as why:
            refused = why.reasons
            form.add_error("file", _("This file is no template yet. What has to be changed is listed below."))
        except Anticipated as why:
            form.add_error("file", str(why))
        else:
            messages.success(request, _("Kept. Try it, then put it into use."))
            return redirect("reports:template", template=template)
    spoken: Language = "zh-hans" if (page.row.language or _language(request)).startswith("zh") else "en"
    context = {
        "page": page,
        "form": form,
        "refused": refused,
        "places": [(written(name, spoken), told) for name, told in page.places],
        "lacking": [(written(name, spoken), told) for name, told in page.lacking],
    }
    return render(request, "reports/template.html", context)


@require_http_methods(["GET", "POST"])
def change_template(request: Request, template: int) -> HttpResponse:
    """Change what a template is called and which papers it serves."""
    row = queries.template_for(request.actor, template)
    kept = {"name": row.name, "kinds": row.kinds, "language": row.language}
    form = ServingForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_serving(template, form.serving(), by=request.actor, at=clock.now())
        except (NotAllowed, NotFound):
            raise
        except Anticipated as why:
            form.add_error("name", str(why))
        else:
            messages.success(request, _("Kept."))
            return redirect("reports:template", template=template)
    return render(request, "reports/template_serving.html", {"form": form, "template": row})


@require_POST
def move_template(request: Request, version: int, made: str) -> HttpResponse:
    """Put a version into use, or retire it."""
    if made not in tuple(TemplateMove):
        raise Http404
    move = TemplateMove(made)
    template = actions.move_version(version, move, by=request.actor, at=clock.now())
    messages.success(request, str(TEMPLATE_DONE[move]))
    return redirect("reports:template", template=template)


@require_safe
def template_file(request: Request, version: int) -> HttpResponse:
    """Give the file of a version as it was handed in."""
    found = queries.version_for(request.actor, version)
    return _word(queries.content_of(found), found.file_name)


@require_safe
def template_sample(request: Request, version: int) -> HttpResponse:
    """Give a made-up paper set with a version."""
    found = queries.version_for(request.actor, version)
    spoken = found.template.language or _language(request)
    made = fill(queries.content_of(found), sample("zh-hans" if spoken.startswith("zh") else "en"))
    return _word(made.content, made.name)


@require_safe
def example_template(request: Request, language: str) -> HttpResponse:
    """Give the template to begin with."""
    request.actor.need(KEEP)
    if language not in ("zh", "en"):
        raise Http404
    spoken: Language = "zh-hans" if language == "zh" else "en"
    return _word(example(spoken), name_of_example(spoken))


def _word(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=DOCX)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
