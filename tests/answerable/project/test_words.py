"""Catalogues follow the source strings and say what has no translation."""

import gettext

import pytest

from answerable.project import words


def a_room(folder, monkeypatch, template='<h1>{% translate "Good morning" %}</h1>'):
    monkeypatch.setattr(words, "PACKAGE", folder)
    room = folder / "room"
    (room / "templates").mkdir(parents=True)
    (room / "apps.py").write_text('from django.utils.translation import gettext as _\nX = _("Story")\n')
    (room / "templates" / "page.html").write_text(template)
    return room


def test_strings_of_python_and_of_templates_are_collected(tmp_path, monkeypatch):
    room = a_room(tmp_path, monkeypatch)
    assert {message.id for message in words.strings_of(room) if message.id} == {"Story", "Good morning"}


def test_a_string_without_chinese_is_missing_until_it_is_written(tmp_path, monkeypatch):
    room = a_room(tmp_path, monkeypatch)
    words.write(room)
    assert sorted(words.missing(room)) == ["Good morning", "Story"]
    path = words.catalogue(room)
    path.write_text(path.read_text().replace('msgid "Story"\nmsgstr ""', 'msgid "Story"\nmsgstr "话题"'))
    assert words.missing(room) == ["Good morning"]


def test_writing_again_keeps_the_words_and_drops_what_is_no_longer_used(tmp_path, monkeypatch):
    room = a_room(tmp_path, monkeypatch)
    words.write(room)
    path = words.catalogue(room)
    path.write_text(path.read_text().replace('msgid "Story"\nmsgstr ""', 'msgid "Story"\nmsgstr "话题"'))
    (room / "templates" / "page.html").write_text("<p>nothing to say</p>")
    words.write(room)
    assert "话题" in path.read_text()
    assert "Good morning" not in path.read_text()


def test_compiled_words_are_what_django_reads(tmp_path, monkeypatch):
    room = a_room(tmp_path, monkeypatch)
    words.write(room)
    words.compile_all()
    assert words.catalogue(room).with_suffix(".mo").stat().st_size > 0


def test_another_language_has_a_catalogue_beside_the_chinese_one(tmp_path, monkeypatch):
    room = a_room(tmp_path, monkeypatch)
    words.write(room)
    words.write(room, "fr")
    path = words.catalogue(room, "fr")
    path.write_text(path.read_text().replace('msgid "Story"\nmsgstr ""', 'msgid "Story"\nmsgstr "Sujet"'))
    words.compile_all()
    assert words.missing(room, "fr") == ["Good morning"]
    assert sorted(words.missing(room)) == ["Good morning", "Story"]
    with path.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Story") == "Sujet"


def test_a_room_that_there_is_not_is_refused_with_an_example(capsys):
    with pytest.raises(SystemExit):
        words.main(["listening.stories", "--check"])
    assert "listening/stories" in capsys.readouterr().err
