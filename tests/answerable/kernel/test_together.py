"""Several reads in one statement give what each gives alone: the same rows, the same values, the same objects."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.models import Count, Value, prefetch_related_objects
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from answerable.kernel.together import read_children, read_together
from answerable.office.people.models import Post, Unit
from answerable.response.cases import actions
from answerable.response.cases.models import Case
from answerable.response.cases.queries.course import PARTS
from tests.answerable.office.people.makers import make_post, make_unit
from tests.answerable.response.cases.makers import HOUR, NOON, assigned, closed, fact, make_cast
from tests.battery.test_l1_house import fill

pytestmark = pytest.mark.django_db

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=40)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
VALUES = st.one_of(
    st.tuples(st.just(models.TextField()), TEXTS),
    st.tuples(st.just(models.BigIntegerField()), st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just(models.BooleanField()), st.booleans()),
    st.tuples(st.just(models.FloatField()), st.floats(allow_nan=False, allow_infinity=False, width=64)),
    st.tuples(
        st.just(models.DateTimeField()),
        st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds
    ),
    st.tuples(st.just(models.DateField()), st.dates(date(1000, 1, 1), date(9000, 1, 1))),
    st.tuples(
        st.just(models.DecimalField(max_digits=12, decimal_places=3)),
        st.decimals(-(10**8), 10**8, places=3, allow_nan=False),
    ),
    st.tuples(st.just(models.UUIDField()), st.uuids()),
    st.tuples(st.just(models.JSONField()), JSON),
)


class AnyValue(TestCase):
    """Whatever a column can hold comes back as it would have come alone."""

    @settings(max_examples=150, deadline=None)
    @given(VALUES)
    def test_a_value_comes_back_as_it_was(self, chosen):
        field, value = chosen
        make_unit()
        wanted = Unit.objects.annotate(value=Value(value, output_field=field)).values_list("value", flat=True)
        alone = list(wanted.all())
        read_together(wanted, Post.objects.all())
        assert list(wanted) == alone
        assert [type(one) for one in wanted] == [type(one) for one in alone]


def as_told(row):
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def test_every_row_of_every_room_is_the_same_object():
    fill()
    compared = 0
    for model in apps.get_models():
        if any(isinstance(field, models.BinaryField) for field in model._meta.fields):
            continue
        rows = model._base_manager.order_by("pk")[:50]
        alone = [as_told(row) for row in rows.all()]
        read_together(rows)
        assert [as_told(row) for row in rows] == alone, model
        compared += len(alone)
    assert compared > 300


def test_it_asks_once_and_each_is_used_as_if_asked_alone(django_assert_num_queries):
    unit = make_unit()
    make_post(unit=unit)
    units = Unit.objects.annotate(posts_held=Count("posts")).order_by("-pk")
    posts = Post.objects.select_related("unit").order_by("pk")
    names = Unit.objects.order_by("name").values_list("name", flat=True)
    nothing = Unit.objects.none()
    known = list(posts.all())
    with django_assert_num_queries(1):
        read_together(units, posts, names, nothing)
        assert [(one.pk, one.posts_held) for one in units] == [
            (pk, 1 if pk == unit.pk else 0) for pk in sorted((one.pk for one in units), reverse=True)
        ]
        assert [post.unit.name for post in posts] == [post.unit.name for post in known]
        assert list(names) == sorted(one.name for one in units)
        assert list(nothing) == []
    with django_assert_num_queries(0):
        read_together(units, nothing)


def test_rows_come_in_the_order_asked_for_and_as_many(django_assert_num_queries):
    for number in range(30):
        make_unit(name=f"{number % 7}-{number}")
    few = Unit.objects.order_by("-name")[3:9]
    alone = [one.pk for one in few.all()]
    with django_assert_num_queries(1):
        read_together(few, Unit.objects.filter(pk=-1))
    assert [one.pk for one in few] == alone


@pytest.fixture
def case():
    """A case that was closed and holds facts."""
    cast = make_cast()
    closed(cast)
    open_one = assigned(cast, title="Another water main")
    actions.add_fact(open_one, fact(), by=cast.ada, at=NOON + HOUR)
    return Case.objects.get(pk=open_one)


@pytest.mark.usefixtures("case")
def test_the_children_of_a_case_are_those_that_a_prefetch_gives():
    paths = (*PARTS, "facts__evidence", "facts__earlier", "stories", "letters")
    for pk in Case.objects.values_list("pk", flat=True):
        known, told = Case.objects.get(pk=pk), Case.objects.get(pk=pk)
        prefetch_related_objects([known], *paths)
        with CaptureQueriesContext(connection) as asked:
            read_children(told, *paths)
        assert len(asked) == 1
        with CaptureQueriesContext(connection) as asked:
            assert family(told, paths) == family(known, paths)
        assert len(asked) == 0


def family(row, paths):
    """Everything that hangs on a row along paths, by key and by content."""
    found = {}
    for path in paths:
        first, _, second = path.partition("__")
        for child in getattr(row, first).all():
            found[first, child.pk] = as_told(child)
            further = getattr(child, second) if second else None
            rows = further.all() if hasattr(further, "all") else [further]
            found[path, child.pk] = [as_told(one) for one in rows if one is not None]
    return found


def test_a_child_knows_its_row_without_asking(case, django_assert_num_queries):
    with django_assert_num_queries(1):
        read_children(case, "facts__evidence")
        assert case.facts.all()
        assert all(fact.case is case for fact in case.facts.all())
        assert all(one.fact == fact for fact in case.facts.all() for one in fact.evidence.all())


def test_a_column_of_bytes_is_refused():
    """JSON holds no bytes: whoever asks for them is told so instead of getting something else."""
    make_unit()
    bytes_ = Unit.objects.annotate(value=Value(b"\x00\xff", output_field=models.BinaryField())).values_list(
        "value"
    )
    with pytest.raises(TypeError, match="by itself"):
        read_together(bytes_)


def test_digits_are_kept():
    make_unit()
    exact = Decimal("12345678.901")
    wanted = Unit.objects.annotate(
        value=Value(exact, output_field=models.DecimalField(max_digits=12, decimal_places=3))
    )
    read_together(wanted)
    assert {one.value for one in wanted} == {exact}
