"""The body's own templates: handed in, tried, put into use, chosen for a paper, retired."""

import hashlib
import io

import docx
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.models import Entry
from answerable.office.people.models import Account
from answerable.reports import actions, queries
from answerable.reports.forms import ServingForm, TemplateFileForm
from answerable.reports.models import OwnTemplate, OwnTemplateVersion, Paper
from answerable.reports.queries.content import hash_of, wording
from answerable.reports.rules.templates import TemplateMove
from answerable.reports.templates_of_the_body.opening import FILE_MAX
from tests.answerable.reports.makers import AT, LATER, Desk
from tests.battery.papers import word_file

pytestmark = pytest.mark.django_db
GOOD = word_file("RED HEAD {{issuer}}", "{{title}}", "{{body}}")
NEXT = word_file("BLUE HEAD {{issuer}}", "{{title}}", "{{body}}")


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr("answerable.kernel.clock.now", lambda: LATER)
    return Desk()


def client_of(actor):
    client = Client()
    client.force_login(Account.objects.get(person=actor.person))
    return client


def file(content, name="head.docx"):
    return SimpleUploadedFile(name, content)


def added(desk, content=GOOD, **serving):
    fields = {"name": "Red head", **serving}
    return actions.add_template(actions.Serving(**fields), "head.docx", content, by=desk.ada, at=AT)


def used(desk, template):
    version = OwnTemplate.objects.get(pk=template).versions.all()[0]
    actions.move_version(version.pk, TemplateMove.PUT_INTO_USE, by=desk.ada, at=AT)
    return version.pk


def words_of(content):
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


def test_a_template_goes_from_the_file_to_the_paper_that_was_sent(desk):
    client = client_of(desk.ada)
    assert "no template of your own" in client.get("/papers/templates/").content.decode()
    answer = client.post(
        "/papers/templates/new/", {"file": file(GOOD), "name": "Red head", "kinds": ["quarter"]}
    )
    template = OwnTemplate.objects.get()
    assert answer.url == f"/papers/templates/{template.pk}/"
    page = client.get(answer.url).content.decode()
    assert "{{issuer}}" in page
    version = template.versions.get()
    assert version.sha256 == hashlib.sha256(GOOD).hexdigest()
    tried = client.get(f"/papers/templates/versions/{version.pk}/sample/")
    assert words_of(tried.content)[0] == "RED HEAD Example Bureau"
    assert client.get(f"/papers/templates/versions/{version.pk}/file/").content == GOOD
    paper = desk.make()
    assert "Red head" not in client.get(f"/papers/{paper}/head/").content.decode()
    client.post(f"/papers/templates/versions/{version.pk}/put_into_use/")
    assert "Red head, version 1" in client.get(f"/papers/{paper}/head/").content.decode()
    client.post(f"/papers/{paper}/head/", {"title": "Filing", "layout": version.pk})
    desk.send(paper)
    sent = client.get(f"/papers/{paper}/file/docx/").content
    assert words_of(sent)[0].startswith("RED HEAD ")
    assert hashlib.sha256(sent).hexdigest() == Paper.objects.get(pk=paper).files.get(form="docx").sha256
    acts = Entry.objects.filter(thing=f"template:{template.pk}").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["reports.add_template", "reports.template_put_into_use"]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_pages_show_one_template_and_many_in_both_languages(desk, language):
    client = client_of(desk.ada)
    for number in range(51):
        template = OwnTemplate.objects.create(name=f"Head {number:02}", made_at=AT)
        OwnTemplateVersion.objects.create(
            template=template, number=1, stored="x", size=1, sha256="x", uploaded_at=AT, changed_at=AT
        )
    headers = {"accept-language": language}
    page = client.get("/papers/templates/", headers=headers).content.decode()
    assert "Head 49" in page
    assert "Head 50" not in page
    assert ("{{标题}}" in page) == (language == "zh-hans")
    assert "Head 50" in client.get("/papers/templates/?page=2", headers=headers).content.decode()
    for address in ("new/", f"{template.pk}/", f"{template.pk}/serving/", "example/zh/", "example/en/"):
        assert client.get(f"/papers/templates/{address}", headers=headers).status_code == 200


def test_a_file_that_is_no_template_is_refused_with_every_reason_and_keeps_what_was_typed(desk):
    client = client_of(desk.ada)
    bad = word_file("{{titel}}", "{% if x %}")
    page = client.post("/papers/templates/new/", {"file": file(bad), "name": "Red head"}).content.decode()
    assert "titel" in page
    assert "no conditions, loops or calculations" in page
    assert 'value="Red head"' in page
    assert not OwnTemplate.objects.exists()
    template = added(desk)
    page = client.post(f"/papers/templates/{template}/", {"file": file(b"GIF89a")}).content.decode()
    assert "not a Word file" in page
    same = client.post(f"/papers/templates/{template}/", {"file": file(GOOD)}).content.decode()
    assert "version 1 already" in same
    again = client.post("/papers/templates/new/", {"file": file(GOOD), "name": "Red head"}).content.decode()
    assert "There is a template of that name." in again


def test_the_next_version_takes_the_place_of_the_one_before_and_papers_keep_theirs(desk):
    template = added(desk)
    first = used(desk, template)
    paper = desk.make()
    actions.keep_head(paper, actions.Head("Filing", layout=first), by=desk.ada, at=AT)
    client_of(desk.ada).post(f"/papers/templates/{template}/", {"file": file(NEXT)})
    second = used(desk, template)
    assert OwnTemplateVersion.objects.get(pk=first).state == "retired"
    row = queries.paper_for(desk.ada, paper)
    assert dict(queries.layouts_for(row)) == {
        second: "Red head, version 2",
        first: "Red head, version 1, not in use any more",
    }
    with pytest.raises(Anticipated, match="not in use any more"):
        actions.hand_in(paper, by=desk.ada, at=LATER)
    actions.keep_head(paper, actions.Head("Filing", layout=second), by=desk.ada, at=AT)
    assert words_of(queries.file_of(desk.ada, paper, "docx").content)[0].startswith("BLUE HEAD")
    actions.hand_in(paper, by=desk.ada, at=LATER)


def test_the_template_is_part_of_what_is_signed(desk):
    paper = desk.make()
    before = hash_of(Paper.objects.get(pk=paper))
    version = used(desk, added(desk))
    actions.keep_head(
        paper, actions.Head(Paper.objects.get(pk=paper).title, layout=version), by=desk.ada, at=AT
    )
    row = Paper.objects.get(pk=paper)
    assert hash_of(row) != before
    assert hashlib.sha256(GOOD).hexdigest() in wording(row)


def test_a_template_for_other_papers_cannot_be_chosen(desk):
    version = used(desk, added(desk, kinds=("year",)))
    paper = desk.make()
    with pytest.raises(NotFound):
        actions.keep_head(paper, actions.Head("Filing", layout=version), by=desk.ada, at=AT)
    client = client_of(desk.ada)
    template = OwnTemplate.objects.get().pk
    client.post(f"/papers/templates/{template}/serving/", {"name": "Head", "language": "en"})
    assert dict(queries.layouts_for(queries.paper_for(desk.ada, paper))) == {version: "Head, version 1"}


def test_only_who_keeps_templates_sees_and_changes_them(desk):
    template = added(desk)
    version = OwnTemplateVersion.objects.get().pk
    for act in (
        lambda: queries.template_page(desk.chen, template),
        lambda: queries.version_for(desk.chen, version),
        lambda: actions.move_version(version, TemplateMove.RETIRE, by=desk.chen, at=AT),
        lambda: actions.add_template(actions.Serving("X"), "x.docx", GOOD, by=desk.chen, at=AT),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(NotFound):
        queries.template_page(desk.ada, 987654)


def test_bytes_that_are_not_those_that_were_handed_in_are_never_filled(desk):
    used(desk, added(desk))
    row = OwnTemplateVersion.objects.get()
    default_storage.delete(row.stored)
    with default_storage.open(row.stored, "wb") as kept:
        kept.write(NEXT)
    with pytest.raises(Anticipated, match="its hash differs"):
        queries.content_of(row)


def test_forms_refuse_a_file_that_is_too_large_and_a_template_without_a_name():
    form = TemplateFileForm({}, {"file": file(b"x" * (FILE_MAX + 1))})
    assert "larger than 8 MB" in form.errors["file"][0]
    assert list(ServingForm({"name": "", "kinds": ["novel"]}).errors) == ["name", "kinds"]
