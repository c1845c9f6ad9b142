"""The site as files: the same bytes as served, what is gone deleted, nothing of others touched."""

import functools
import hashlib
import subprocess
import threading
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from answerable.kernel.errors import Moved
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers_site import press
from answerable.response.answers_site.publishing.folder import (
    MANIFEST,
    NotOurFolder,
    _alone,
    file_of,
    is_inside,
    publish,
)
from tests.answerable.response.answers.makers import LATER, change, make_published
from tests.answerable.response.answers.makers import publish as let_out
from tests.answerable.response.answers_site.makers import HOSTILE, multiply

pytestmark = pytest.mark.django_db


class Quiet(SimpleHTTPRequestHandler):
    """Python's own web server, without its log."""

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def elsewhere(tmp_path):
    """Another web server, on the folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path / "site")))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def fetched(port: int, path: str) -> bytes:
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", path)
    answer = line.getresponse()
    body = answer.read()
    line.close()
    assert answer.status == 200, path
    return body


def test_another_web_server_gives_the_same_bytes(office, reader, tmp_path, elsewhere):
    slug = make_published(office, title=HOSTILE[:190], topics=("../../x", "水质"))
    multiply(Answer.objects.get(slug=slug).pk, 45)
    make_published(office, language="zh", title="几点来水")
    done = publish(tmp_path / "site")
    paths = [press.path_of(name, parts) for name, parts in press.everything()]
    assert done.files == done.written == len(paths) == len(set(paths))
    for path in paths:
        assert fetched(elsewhere, path) == reader.get(path).content, path


def test_the_manifest_names_every_file_and_its_sums_are_right(office, tmp_path):
    make_published(office)
    publish(tmp_path / "site")
    told = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", MANIFEST],
        cwd=tmp_path / "site",
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
    lines = (tmp_path / "site" / MANIFEST).read_text().splitlines()
    files = {
        str(path.relative_to(tmp_path / "site")) for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    assert {line.split("  ", 1)[1] for line in lines} == files - {MANIFEST}


def test_only_what_changed_is_written_again(office, tmp_path):
    slug = make_published(office)
    publish(tmp_path)
    about = tmp_path / "answers/en/about/index.html"
    before = about.stat().st_mtime_ns
    assert publish(tmp_path).written == 0
    answer = Answer.objects.get(slug=slug).pk
    actions.correct(answer, "It was seven.", by=office.chen, at=LATER)
    change(office, answer, note="It was seven.", body="At seven.")
    let_out(office, answer, at=LATER)
    assert 0 < publish(tmp_path).written < 12
    assert about.stat().st_mtime_ns == before
    assert b"At seven." in (tmp_path / "answers" / slug / "index.html").read_bytes()


def test_what_is_no_longer_there_is_deleted_and_what_others_put_there_stays(office, tmp_path):
    slug = make_published(office)
    multiply(Answer.objects.get(slug=slug).pk, 25)
    publish(tmp_path)
    (tmp_path / "answers" / "logo.txt").write_text("theirs")
    gone = tmp_path / "answers/en/all/2/index.html"
    assert gone.exists()
    for row in Answer.objects.exclude(slug=slug):
        row.topic_links.all().delete()
        row.versions.all().delete()
        row.delete()
    assert publish(tmp_path).deleted > 25
    assert not gone.parent.exists()
    assert (tmp_path / "answers" / "logo.txt").read_text() == "theirs"


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotOurFolder):
        publish(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_forged_manifest_deletes_nothing_outside(office, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("stays")
    site = tmp_path / "site"
    site.mkdir()
    (site / MANIFEST).write_text(f"00  ../outside.txt\n00  {outside}\n00  gone.html\nnonsense\n")
    publish(site)
    assert outside.read_text() == "stays"
    assert not is_inside("../x")
    assert not is_inside("/x")
    assert not is_inside("")


def test_two_publishers_do_not_mix_their_files(tmp_path):
    with _alone(tmp_path), pytest.raises(Moved):
        publish(tmp_path)


def test_pages_for_another_host_have_no_forms_where_none_would_work(office, tmp_path, settings):
    settings.ANSWERS_ADDRESS, settings.ANSWERS_FORMS = "https://www.example", ""
    slug = make_published(office)
    publish(tmp_path)
    page = (tmp_path / "answers" / slug / "index.html").read_text()
    assert "<form" not in page
    assert "form-action &#x27;none&#x27;" in page
    assert f"https://www.example/answers/{slug}/" in page


def test_an_address_becomes_a_file():
    assert file_of("/answers/en/") == "answers/en/index.html"
    assert file_of("/robots.txt") == "robots.txt"


def test_the_sums_are_those_of_the_served_bytes(office, tmp_path):
    slug = make_published(office)
    publish(tmp_path)
    page = press.made("answer", slug=slug)
    assert page is not None
    assert hashlib.sha256(page.body).hexdigest() in (tmp_path / MANIFEST).read_text()
