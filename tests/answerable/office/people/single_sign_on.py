"""One round of signing in at the body's own identity provider, in a process whose environment names one.

Prints what came of a person whose address has an account, and of one whose address has none. The provider is a small
one on loopback.
"""

import json
import os
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt

from answerable.kernel import clock

#: What the provider's identity token says differently; None: it gives none.
TOKEN: dict[str, object] | None = None
PERSON = {"sub": "1", "email": "ada@body.example", "email_verified": True, "name": "Ada"}


TOKENS = {
    "sound": {},
    "for another": {"aud": "somebody-else"},
    "of another": {"iss": "https://elsewhere.example"},
    "ended": {"exp": 1_700_000_000},
}


class Provider(BaseHTTPRequestHandler):
    """Discovery, token and user endpoints."""

    def do_GET(self):
        here = f"http://{self.headers['Host']}"
        if self.path.startswith("/.well-known/"):
            self.answer(
                {
                    "issuer": here,
                    "authorization_endpoint": f"{here}/authorize",
                    "token_endpoint": f"{here}/token",
                    "userinfo_endpoint": f"{here}/userinfo",
                    "jwks_uri": f"{here}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        else:
            self.answer(PERSON)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert asked["code_verifier"]
        assert asked["client_secret"] == ["quiet"]
        given = {"access_token": "a", "token_type": "Bearer"}
        if TOKEN is not None:
            given["id_token"] = self.token()
        self.answer(given)

    def token(self):
        """An identity token; its signature counts for nothing, because it comes from the provider itself."""
        claims = {
            "iss": f"http://{self.headers['Host']}",
            "aud": "answerable",
            "sub": PERSON["sub"],
            "email": PERSON["email"],
            "email_verified": True,
            "exp": int(clock.now().timestamp()) + 60,
        }
        return jwt.encode({**claims, **TOKEN}, "x" * 32, algorithm="HS256")

    def answer(self, body):
        text = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Thread(target=server.serve_forever, daemon=True).start()
    folder = Path(tempfile.mkdtemp())
    (folder / "secret.txt").write_text("quiet\n")
    os.environ |= {
        "ANSWERABLE_OIDC_ISSUER": f"http://127.0.0.1:{server.server_port}",
        "ANSWERABLE_OIDC_CLIENT": "answerable",
        "ANSWERABLE_OIDC_SECRET_FILE": str(folder / "secret.txt"),
        "ANSWERABLE_OIDC_NAME": "Body sign-on",
        "ANSWERABLE_MODE": "test",
        "ANSWERABLE_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    os.environ.pop("ANSWERABLE_DATABASE_URL", None)
    import django  # noqa: PLC0415 - needs the environment set above

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - needs the environment set above
    from django.test import Client  # noqa: PLC0415 - needs the environment set above
    from django.test.utils import setup_test_environment  # noqa: PLC0415 - needs the environment set above

    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    from answerable.office.people.models import Account  # noqa: PLC0415 - needs the environment set above

    Account.objects.create(username="ada", email="ada@body.example")
    outcome = {"door": "Body sign-on" in Client().get("/accounts/login/").content.decode()}
    outcome["known"] = signed_in(Client())
    PERSON.update(sub="2", email="stranger@body.example")
    outcome["unknown"] = signed_in(Client())
    PERSON.update(sub="3", email="ada@body.example", email_verified=False)
    outcome["unvouched"] = signed_in(Client())
    PERSON.update(sub="1", email_verified=True)
    for name, change in TOKENS.items():
        globals()["TOKEN"] = change
        outcome[name] = signed_in(Client())
    outcome["accounts"] = Account.objects.count()
    sys.stdout.write(json.dumps(outcome))


def signed_in(client):
    away = client.post("/accounts/oidc/body/login/")
    asked = parse_qs(urlsplit(away.url).query)
    assert asked["code_challenge"]
    client.get("/accounts/oidc/body/login/callback/", {"code": "c", "state": asked["state"][0]}, follow=True)
    return "_auth_user_id" in client.session


if __name__ == "__main__":
    main()
