"""The pieces of page that rooms share, each in both languages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

from answerable.kernel.actor import NOBODY
from answerable.web.templatetags import components

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)  # 15:00 in Shanghai, a Sunday


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    monkeypatch.setattr(components.clock, "now", lambda: NOW)


def draw(source, language="en", address="/", **context):
    template = engines["django"].from_string("{% load components %}" + source)
    with override(language):
        return template.render(context, RequestFactory().get(address)).strip()


class Draft(forms.Form):
    title = forms.CharField(help_text="As the paper prints it.")
    note = forms.CharField(required=False)
    kind = forms.ChoiceField(choices=[("a", "A")])
    told = forms.BooleanField(required=False)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "22 Nov, Sun 15:00"), ("zh-hans", "11月22日 周日 15:00")]
)
def test_a_moment_is_written_as_people_say_it(language, words):
    with override(language):
        assert components.absolute(NOW) == words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "3 Jan 2025 12:00"), ("zh-hans", "2025年1月3日 12:00")]
)
def test_a_moment_of_another_year_says_the_year(language, words):
    with override(language):
        assert components.absolute(datetime(2025, 1, 3, 4, tzinfo=UTC)) == words


@pytest.mark.parametrize(
    ("span", "english", "chinese"),
    [
        (timedelta(hours=3, minutes=12), "3 h 12 min", "3小时12分钟"),
        (timedelta(days=2, hours=4, minutes=9), "2 d 4 h", "2天4小时"),
        (timedelta(days=1), "1 d", "1天"),
        (timedelta(hours=5), "5 h", "5小时"),
        (timedelta(minutes=7), "7 min", "7分钟"),
    ],
)
def test_a_span_is_written_in_its_two_largest_units(span, english, chinese):
    with override("en"):
        assert components.distance(span) == english
    with override("zh-hans"):
        assert components.distance(span) == chinese


def test_relative_time_keeps_the_absolute_one_in_its_title():
    shown = draw('{% when at "relative" %}', at=NOW - timedelta(hours=2))
    assert ">2 h ago<" in shown
    assert 'title="22 Nov, Sun 13:00"' in shown
    assert "in 2 h" in draw('{% when at "relative" %}', at=NOW + timedelta(hours=2))
    assert ">now<" in draw('{% when at "relative" %}', at=NOW - timedelta(seconds=20))
    assert "not yet" in draw("{% when at %}", at=None)


@pytest.mark.parametrize(
    ("due", "tone", "english", "chinese"),
    [
        (timedelta(hours=30), "ok", "1 d 6 h left", "还剩1天6小时"),
        (timedelta(hours=3, minutes=12), "soon", "3 h 12 min left", "还剩3小时12分钟"),
        (-timedelta(minutes=5), "late", "5 min over", "已超5分钟"),
    ],
)
def test_what_is_left_on_a_clock_has_words_and_a_tone(due, tone, english, chinese):
    shown = draw("{% time_left due %}", due=NOW + due)
    assert english in shown
    assert f"an-state-{tone}" in shown
    assert chinese in draw("{% time_left due %}", "zh-hans", due=NOW + due)


def test_a_state_is_a_word_an_icon_and_a_colour():
    shown = draw('{% state_mark "silent" "late" %}')
    assert "silent" in shown
    assert "<svg" in shown
    assert "an-state-late" in shown
    assert "an-state-idle" in draw('{% state_mark "odd" "no such tone" %}')


def test_emptiness_says_why_and_offers_the_way_out():
    assert '<a class="btn btn-primary" href="/add/">Add</a>' in draw('{% empty "Nothing." "/add/" "Add" %}')
    assert "btn" not in draw('{% empty "Nothing." %}')


def test_the_way_here_is_a_list_whose_last_step_is_no_link():
    shown = draw('{% crumbs "/" "Home" "Stories" %}')
    assert '<a href="/">Home</a>' in shown
    assert '<li aria-current="page">Stories</li>' in shown


def test_a_change_of_the_address_keeps_the_rest_of_it():
    assert draw("{% address_with page=2 %}", address="/?q=水&page=1") == "?q=%E6%B0%B4&amp;page=2"
    assert draw("{% address_with q=None %}", address="/?q=a") == "?"


def test_a_long_list_says_where_we_are_and_of_how_many():
    page = Paginator(range(1_234), 50).get_page(2)
    shown = draw("{% pager page %}", page=page)
    assert "51 to 100 of 1,234" in shown
    assert 'href="?page=1"' in shown
    assert 'href="?page=3"' in shown
    assert "共 1234 条" in draw("{% pager page %}", "zh-hans", page=page)


def test_the_head_of_a_column_turns_the_order_round():
    assert 'href="?sort=name"' in draw('{% sort_link "name" "Name" %}')
    shown = draw('{% sort_link "name" "Name" %}', address="/?sort=name&page=3")
    assert 'href="?sort=-name"' in shown
    assert "sorted upward" in shown
    assert "sorted downward" in draw('{% sort_link "name" "Name" %}', address="/?sort=-name")


def test_a_field_ties_its_hint_and_its_error_to_the_control():
    shown = draw("{% field form.title %}", form=Draft({}))
    assert 'aria-describedby="id_title-hint id_title-error"' in shown
    assert 'aria-invalid="true"' in shown
    assert shown.index("As the paper prints it.") < shown.index("<input")


def test_a_field_that_may_stay_empty_says_so_and_others_carry_no_star():
    assert "(optional)" in draw("{% field form.note %}", form=Draft())
    shown = draw("{% field form.title %}", form=Draft())
    assert "optional" not in shown
    assert "*" not in shown


def test_controls_wear_the_class_of_their_sort():
    assert "form-select" in draw("{% field form.kind %}", form=Draft())
    assert "form-check-input" in draw("{% field form.told %}", form=Draft())


def test_errors_stand_on_top_and_lead_to_their_fields():
    shown = draw("{% form_errors form %}", form=Draft({"kind": "z"}))
    assert 'href="#id_title"' in shown
    assert 'href="#id_kind"' in shown
    assert "What you typed has been kept." in shown
    assert draw("{% form_errors form %}", form=Draft({"title": "x", "kind": "a"})) == ""


def test_a_difference_is_seen_without_colour_and_in_its_own_language():
    shown = draw('{% difference "停水两百户" "停水三百户" "zh" %}')
    assert "<del>两</del><ins>三</ins>" in shown
    assert 'lang="zh"' in shown


def test_a_chart_has_its_sentence_before_it_and_its_table_behind():
    figures = {
        "times": ["10:00", "11:00"],
        "series": [{"name": "items", "values": [1, 7]}],
        "low": [0, 0.5],
        "high": [2, 3],
    }
    shown = draw('{% timeline "hours" figures "Seven at eleven." %}', figures=figures)
    assert shown.index("Seven at eleven.") < shown.index("data-an-chart") < shown.index("<table")
    assert '<td class="an-number">7</td>' in shown
    assert "0.5–3" in shown
    assert 'type="application/json"' in shown


def test_what_a_site_says_is_written_as_text_never_as_markup():
    evil = "<script>alert(1)</script>"
    for source in ("{% state_mark evil %}", "{% difference evil evil %}", '{% empty evil "/" evil %}'):
        assert "<script>" not in draw(source, evil=evil)
    figures = {"times": [evil], "series": [{"name": evil, "values": [1]}]}
    assert evil not in draw('{% timeline "x" figures evil %}', figures=figures, evil=evil)


def test_a_sign_before_a_sentence_wears_its_tone():
    assert "an-tone-late" in draw('{% tone_icon "late" %}')
    assert "<svg" in draw('{% tone_icon "idle" "bell" %}')


def test_papers_about_a_thing_are_offered_to_who_may_write_them():
    source = '{% papers_about "case" 5 %}'
    writer = RequestFactory().get("/")
    writer.actor = replace(NOBODY, abilities=frozenset({"papers.write"}))
    template = engines["django"].from_string("{% load components %}" + source)
    with override("en"):
        drawn = template.render({}, writer)
    assert 'href="/papers/new/?subject=case:5"' in drawn
    reader = RequestFactory().get("/")
    reader.actor = NOBODY
    assert template.render({}, reader).strip() == ""
