"""Claims of the security ledger that are about the code as a whole, or about what no page does."""

import ast
import re
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.urls import reverse

from tests.answerable.office.people.makers import make_account

ROOT = Path(__file__).resolve().parents[3]
OURS = [path for room in ("answerable", "storystream") for path in sorted((ROOT / room).rglob("*.py"))]
#: Statements put together from names of tables: our own names, never a word of a request.
OWN_STATEMENTS = {
    "governance/questionnaires/actions/wiping.py",
    "governance/questionnaires/migrations/0002_without_rowid.py",
    "response/letters/actions/forgetting.py",
    "kernel/search/index.py",
    "kernel/together.py",
    "office/operations/kinds/postgresql.py",
}
WEAK = re.compile(r"\b(md5|sha1|des|rc4|ecb|pkcs1v15)\b", re.IGNORECASE)


def calls(path):
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]


def puts_together_a_statement(path):
    """Whether a file hands a text that it made itself to the database."""
    return any(
        isinstance(call.func, ast.Attribute)
        and call.func.attr in ("execute", "executemany", "raw", "extra")
        and call.args
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
        for call in calls(path)
    )


def test_only_known_files_put_statements_for_the_database_together():
    found = {
        path.relative_to(ROOT).as_posix().partition("/")[2]
        for path in OURS
        if puts_together_a_statement(path)
    }
    assert found <= OWN_STATEMENTS


def test_such_a_statement_is_noticed(tmp_path):
    file = tmp_path / "one.py"
    file.write_text("cursor.execute(f'DROP TABLE {name}')")
    assert puts_together_a_statement(file)
    file.write_text("cursor.execute('SELECT 1 WHERE x = %s', [x])")
    assert not puts_together_a_statement(file)


def test_no_program_is_started_through_a_shell():
    for path in OURS:
        for call in calls(path):
            told = {word.arg: ast.unparse(word.value) for word in call.keywords}
            assert told.get("shell", "False") == "False", path
            assert ast.unparse(call.func) not in ("os.system", "os.popen"), path


def test_no_hash_or_cipher_that_is_broken_is_named_by_any_call():
    for path in OURS:
        for call in calls(path):
            assert not WEAK.search(ast.unparse(call.func)), path


@pytest.mark.django_db
def test_no_page_but_a_public_feed_may_be_read_by_other_sites(client):
    for address in ("/", "/accounts/login/", "/healthz", "/answers/en/"):
        assert "Access-Control-Allow-Origin" not in client.get(address).headers
    saying = [path for path in OURS if "Access-Control-Allow-Origin" in path.read_text()]
    assert [path.relative_to(ROOT).as_posix() for path in saying] == [
        "answerable/response/answers_site/views/public.py"
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/.git/config", "/.env", "/static/../answerable/project/settings.py", "/static/%2e%2e/secret"]
)
def test_nothing_that_lies_beside_the_application_is_served(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_a_trace_is_not_echoed(client):
    answer = client.trace("/accounts/login/", headers={"authorization": "Bearer secret"})
    assert b"secret" not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize(
    "password",
    [
        "onlysmallletters",
        "ONLYLARGELETTERS",
        "982374650192837",
        "纯中文的一个很长的口令也可以用",
        "q" + "w1" * 40,
    ],
)
def test_any_kind_of_signs_makes_a_password(password):
    validate_password(password)


@pytest.mark.django_db
def test_nobody_is_asked_a_secret_question_or_gives_a_hint(client):
    for name in ("account_login", "account_reset_password"):
        page = client.get(reverse(name)).content.decode()
        assert not re.search(r'name="[^"]*(question|hint|maiden|pet)[^"]*"', page)


@pytest.mark.django_db
def test_a_session_has_a_name_of_165_random_bits(client):
    make_account("ada")
    names = set()
    for _again in range(5):
        client.cookies.clear()
        client.post(reverse("account_login"), {"login": "ada", "password": "correct horse battery"})
        names.add(client.session.session_key)
    assert len(names) == 5
    assert all(re.fullmatch(r"[a-z0-9]{32}", name) for name in names)


@pytest.mark.django_db
def test_a_second_factor_is_set_up_only_after_signing_in_once_more(client):
    make_account("ada")
    client.post(reverse("account_login"), {"login": "ada", "password": "correct horse battery"})
    session = client.session
    session["account_authentication_methods"] = [
        {**one, "at": one["at"] - 3600} for one in session["account_authentication_methods"]
    ]
    session.save()
    answer = client.get(reverse("mfa_activate_totp"))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("account_reauthenticate"))
