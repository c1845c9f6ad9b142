"""Settings of signing in: django-allauth with second factors and passkeys, django-axes for growing lock-out.

ANSWERABLE_MAIL_URL      smtps://user:password@host:465?from=office@body.example, or smtp+starttls://, or smtp:// inside
                         the house; without it mail waits in the database, and no password is reset by mail

ANSWERABLE_SECOND_FACTOR required: who signs in with a password alone sets up a second factor before anything else
                         (default: offered)

The next four let people sign in with the body's own identity provider, beside passwords; all or none.

ANSWERABLE_OIDC_ISSUER   its address
ANSWERABLE_OIDC_CLIENT   the name it gave to this installation
ANSWERABLE_OIDC_SECRET_FILE  file of the secret that goes with it
ANSWERABLE_OIDC_NAME     what its button says
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

MAIL_URL = os.environ.get("ANSWERABLE_MAIL_URL", "")
#: Letters are put into the database and leave through egress in a job: no page waits for a mail server.
EMAIL_BACKEND = "answerable.office.notices.mail.LetterBox"
_ISSUER = os.environ.get("ANSWERABLE_OIDC_ISSUER", "")

SIGNIN_APPS: list[str] = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"] if _ISSUER else []),
    "axes",
]
SIGNIN_MIDDLEWARE: list[str] = [
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "answerable.office.people.signing_in.OnePassword",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    # 12: NIST SP 800-63B-4 asks for 15 where the password stands alone and for 8 beside a second factor.
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "answerable.office.people.signing_in.NoWordOfTheBody"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
#: A set-password link works for so long.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

ACCOUNT_ADAPTER = "answerable.office.people.signing_in.Adapter"
ACCOUNT_FORMS = {"login": "answerable.office.people.sign_in_form.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_USER_DISPLAY = "answerable.office.people.signing_in.display_name"
# Lock-out is the business of axes; these limits stay for what axes does not see.
ACCOUNT_RATE_LIMITS = {
    "login_failed": False,
    "reset_password": "20/m/ip,5/m/key",
    "reauthenticate": "10/m/user",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
SECOND_FACTOR_REQUIRED = os.environ.get("ANSWERABLE_SECOND_FACTOR", "offered") == "required"
MFA_TOTP_ISSUER = "Answerable"
MFA_ALLOW_UNVERIFIED_EMAIL = True
# On a name without TLS browsers allow passkeys on localhost alone, which the demo needs.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = os.environ.get("ANSWERABLE_HTTPS") != "1"

AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HANDLER = "answerable.office.people.signing_in.GrowingLockOut"
# For so long failures are remembered; how long a name rests is the business of the handler.
AXES_COOLOFF_TIME = timedelta(hours=24)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "answerable.office.people.signing_in.name_tried"
AXES_LOCKOUT_TEMPLATE = "people/locked_out.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False

SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
# The body's own provider vouches for its people's addresses: it opens the account that has the address, and makes none.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if _ISSUER:
    _SECRET = os.environ.get("ANSWERABLE_OIDC_SECRET_FILE", "")
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "body",
                    "name": os.environ.get("ANSWERABLE_OIDC_NAME", "OpenID Connect"),
                    "client_id": os.environ.get("ANSWERABLE_OIDC_CLIENT", ""),
                    "secret": Path(_SECRET).read_text().strip() if _SECRET else "",
                    "settings": {"server_url": _ISSUER},
                }
            ],
        }
    }
