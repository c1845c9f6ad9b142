"""Files of a watched folder are read as their names say."""

from datetime import UTC, datetime

import pytest

from answerable.listening.sources.kinds import Document, Way
from answerable.listening.sources.kinds.folder import FOLDER, FolderSettings
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("a.csv", "title,text\n停水,x\n", "停水"),
        ("a.xml", "<rss><channel><item><title>停水</title></item></channel></rss>", "停水"),
        ("a.json", '{"items": [{"id": "1", "title": "停水"}]}', "停水"),
        ("a.eml", "Subject: water\n\nx", "water"),
        ("a.txt", "停水\n河畔路", "停水"),
    ],
)
def test_a_name_says_how_a_file_is_read(name: str, body: str, title: str) -> None:
    items = read_safely(FOLDER, Document(body.encode(), name), FolderSettings(), {}, AT).items
    assert [item.title for item in items] == [title]


def test_a_plain_text_keeps_its_angle_brackets() -> None:
    item = read_safely(FOLDER, Document(b"a < b\nc > d", "a.txt"), FolderSettings(), {}, AT).items[0]
    assert (item.title, item.text) == ("a < b", "c > d")


def test_the_folder_is_asked_for_by_pattern() -> None:
    wanted = FOLDER.requests(FolderSettings("inbox", "*.csv"), {}, AT)[0]
    assert (wanted.way, wanted.url, wanted.headers["pattern"]) == (Way.FOLDER, "inbox", "*.csv")
