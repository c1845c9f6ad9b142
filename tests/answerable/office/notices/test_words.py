"""Kinds of notices read as words; an unknown one as itself."""

from django.utils.translation import override

from answerable.office.notices.words import KIND_NAMES, kind_name


def test_kinds_read_in_both_languages():
    for kind in KIND_NAMES:
        with override("zh-hans"):
            chinese = kind_name(kind)
        assert chinese != kind_name(kind)
    assert kind_name("new") == "new"
