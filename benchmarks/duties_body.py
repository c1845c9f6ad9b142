"""A made-up body of many units whose plan is in force, and what its pages cost."""

import json
import sys
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.views import looking
from answerable.governance.plan.models import Bound, PlanVersion
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people.models import Holding, Person, Post, Unit
from answerable.office.people.queries import day_of
from answerable.office.people.rules import EVERYBODY
from benchmarks.harness import cpu_seconds

Row = dict[str, Any]
#: How long the body has lived with its plan: a quarter with everything that was filed, late or missed in it.
LIVED = timedelta(days=92)
LOOKS = 5


def main() -> None:
    """Fill an empty database and print the rows as one line of JSON."""
    call_command("migrate", verbosity=0)
    print(json.dumps(measure(int(sys.argv[1]))))


def measure(units: int) -> list[Row]:
    """Make the body, lay its runs out, and look at the matrix."""
    at = clock.now()
    actor = make_body(units, at=at)
    before = cpu_seconds()
    laid = laying.lay_out(by=MACHINE, at=at - LIVED)
    laying_cost = cpu_seconds() - before
    before = cpu_seconds()
    laying.lay_out(by=MACHINE, at=at - LIVED)
    again_cost = cpu_seconds() - before
    Occurrence.objects.filter(due__lt=at, pk__in=Occurrence.objects.filter(due__lt=at).values("pk")).update(
        state="accepted", on_time=True
    )
    late = Occurrence.objects.filter(due__lt=at).order_by("pk").values_list("pk", flat=True)[::7]
    Occurrence.objects.filter(pk__in=list(late)).update(state="missed", on_time=None)
    queries, cost, size = look(actor)
    runs = Occurrence.objects.count()
    name = f"{units} units"
    return [
        {"what": f"{name}: runs laid out for 12 months", "value": laid.made, "peer": ""},
        {"what": f"{name}: processor seconds to lay them out", "value": round(laying_cost, 2), "peer": ""},
        {
            "what": f"{name}: processor seconds to lay them out again",
            "value": round(again_cost, 2),
            "peer": "",
        },
        {"what": f"{name}: queries of the matrix page", "value": queries, "peer": f"{runs} runs"},
        {
            "what": f"{name}: processor ms of the matrix page",
            "value": round(cost * 1000),
            "peer": f"{size // 1024} KB",
        },
    ]


def look(actor: Actor) -> tuple[int, float, int]:
    """Ask for the matrix as a browser does, and give queries, processor seconds and bytes of one look."""
    request = RequestFactory().get("/govern/duties/matrix/")
    request.actor, request.user, request.session = actor, AnonymousUser(), {}  # type: ignore[attr-defined]
    request._messages = ()  # type: ignore[attr-defined]
    looking.matrix(request)  # type: ignore[arg-type]
    before = cpu_seconds()
    for _look in range(LOOKS):
        answer = looking.matrix(request)  # type: ignore[arg-type]
    cost = (cpu_seconds() - before) / LOOKS
    with CaptureQueriesContext(connection) as told:
        looking.matrix(request)  # type: ignore[arg-type]
    return len(told), cost, len(answer.content)


def make_body(units: int, *, at: Any) -> Actor:
    """Give the head of a body of many departments, each with a head and a contact; its plan is in force."""
    began = at - LIVED
    body = Unit.objects.add_root(instance=Unit(code="bureau", name="Bureau"))
    for number in range(units):
        unit = Unit(code=f"D{number}", name=f"Department {number}", short_name=f"D{number}")
        Unit.objects.add_child(Unit.objects.get(pk=body.pk), instance=unit)
    below = list(Unit.objects.filter(depth=2).order_by("path"))
    posts = [
        Post(unit=unit, code=f"{unit.code}-{code}", title=code, kind="liaison")
        for unit in below
        for code in ("P-DEPT", "P-LIAI")
    ]
    house = ("P-LEAD", "P-DEP", "P-MEMB", "P-COMM", "P-SPOK", "P-EDIT", "P-INSP", "P-OVER")
    posts += [Post(unit=body, code=code, title=code, kind="office") for code in house]
    posts = Post.objects.bulk_create(posts)
    people = Person.objects.bulk_create(Person(name=f"Person {number}") for number in range(len(posts)))
    Holding.objects.bulk_create(
        Holding(post=post, person=person, kind="main", begins_on=day_of(began))
        for post, person in zip(posts, people, strict=True)
    )
    version = PlanVersion.objects.create(
        number="1.0.0",
        titles={"en": "Plan"},
        state="in_force",
        text=shipped_plans()["district-bureau"],
        sha256="0" * 64,
        effective=day_of(began),
        created_at=began,
        changed_at=began,
        in_force_at=began,
    )
    Bound.objects.bulk_create(
        Bound(
            version=version,
            code=post.code.partition("-")[2] if post.unit_id != body.pk else post.code,
            unit_id=post.unit_id,
            post=post,
        )
        for post in posts
    )
    round_at(began)
    reach = frozenset(Unit.objects.values_list("pk", flat=True))
    return Actor(kind="person", name="Head", person=people[-1].pk, units=reach, abilities=EVERYBODY)
