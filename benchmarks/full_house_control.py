"""The control: what Django alone needs for a signed-in list of fifty rows of fifty thousand, on the same database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import Client, override_settings
from django.urls import path

from answerable.office.people.models import Account
from answerable.response.letters.models import Letter
from benchmarks.full_house_pages import Cost, look

PAGE = Engine(libraries={"i18n": "django.templatetags.i18n"}).from_string(
    """{% load i18n %}<!doctype html><html><body><h1>{% translate "Letters" %}</h1><p>{{ page.paginator.count }}</p>
<table>
{% for row in page %}<tr><td><a href="{% url 'list' %}?one={{ row.pk }}">{{ row.reference }}</a></td>
<td>{{ row.title }}</td>
<td>{{ row.text|truncatewords:20 }}</td><td>{{ row.unit.name }}</td><td>{% translate "Letters" %} {{ row.state }}</td>
<td>{{ row.language }}</td><td>{{ row.received_at|date:"Y-m-d H:i" }}</td><td>{{ row.received_at|timesince }}</td></tr>
{% endfor %}</table>
{% if page.has_next %}<a href="?page={{ page.next_page_number }}">{% translate "Next" %}</a>{% endif %}
</body></html>"""
)


@login_required
def bare(request: HttpRequest) -> HttpResponse:
    """A list as a Django beginner writes it, with the related row fetched and no shell around it."""
    rows = Letter.objects.select_related("unit").order_by("-received_at")
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    return HttpResponse(PAGE.render(Context({"page": page, "user": request.user})))


ADDRESS = "/control/"
urlpatterns = [path(ADDRESS[1:], bare, name="list")]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


@contextmanager
def bare_client() -> Iterator[Client]:
    """Serve the control instead of the house, to somebody signed in."""
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=MIDDLEWARE):
        client = Client(headers={"host": "localhost"})
        client.force_login(Account.objects.get(username="ada"))
        yield client


def control(looks: int = 40) -> Cost:
    """Measure it as the pages are measured."""
    with bare_client() as client:
        cost, _ = look(client, ADDRESS, looks)
    return cost
