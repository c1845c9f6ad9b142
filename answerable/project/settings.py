"""Settings. Everything an operator may change comes from the environment and has a safe default.

ANSWERABLE_DATA          folder for the database, secrets and uploads (default: ./data)
ANSWERABLE_DATABASE_URL  postgresql://user:password@host/name; without it SQLite in the data folder
ANSWERABLE_MODE          serve (default), demo or test
ANSWERABLE_HOSTS         names under which it is reached, with commas (default: localhost,127.0.0.1,[::1])
ANSWERABLE_HTTPS         1 when a proxy speaks TLS in front: secure cookies and HSTS
ANSWERABLE_PROXIES       how many proxies stand in front, each telling who called it (default: 0, believe nobody)
ANSWERABLE_INNER_NETWORKS  networks (CIDR, with commas) that sources may reach although they are not public
ANSWERABLE_PORTS         ports that sources may reach (default: 80,443)
ANSWERABLE_FOLDERS       folders that watched-folder sources may lie in (default: inbox in the data folder)
ANSWERABLE_ADDRESS       the address that people open, for links in messages
ANSWERABLE_ANSWERS_ADDRESS  where the public reads the answers, when they are published elsewhere as files
ANSWERABLE_CALENDAR      working days that limits are counted on until a plan names its own (default: CN)
ANSWERABLE_BACKUPS       folder for backups, best on another disk (default: backups in the data folder)
ANSWERABLE_HEADS         folder where the signed heads of the trail are written (default: heads in the data folder)
ANSWERABLE_TRAIL_DAYS    how long the texts of the trail are kept (default: 1096; never below 180)
ANSWERABLE_IDLE_MINUTES  a session ends after so long without a click (default: 120; after 12 hours in any case)
ANSWERABLE_METRICS_TOKEN lets a program elsewhere read /metrics; without it only this machine may
ANSWERABLE_LOG           json for one object a line (default: plain lines)
ANSWERABLE_LOG_LEVEL     DEBUG, INFO, WARNING or ERROR (default: INFO for our own, WARNING for libraries)
ANSWERABLE_TIME_ZONE     the body's own time (default: Asia/Shanghai)
ANSWERABLE_SECRET_FILE   file of the installation's secret (default: secret in the data folder, made at the first start)
ANSWERABLE_STATIC        folder for collected style sheets and scripts (default: static in the data folder)
ANSWERABLE_PG_BIN        folder of pg_dump and pg_restore, where they are not on the path
ANSWERABLE_MODEL_ADDRESS  a language model that may draft passages: address of its interface (default: none)
ANSWERABLE_MODEL_NAME    its name
ANSWERABLE_MODEL_KEY     its key; or ANSWERABLE_MODEL_KEY_FILE, a file that holds it
ANSWERABLE_BEACON        relay of the public beacon drand for draws, such as https://api.drand.sh (default: typed in)
ANSWERABLE_CHROMIUM      the browser that tests and the sample of channel health use, where it is not found by itself
"""

import os
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from answerable.egress.gate import HostGate
from answerable.egress.language_model import LanguageModel
from answerable.egress.policy import SHARED_GATE, EgressPolicy
from answerable.kernel import embedded_sqlite
from answerable.project.databases import database
from answerable.project.secret import key_of, secret_key, secret_path
from answerable.project.signin import *  # noqa: F403 - the settings of signing in, a file of their own
from answerable.project.signin import SIGNIN_APPS, SIGNIN_MIDDLEWARE

embedded_sqlite.put_in_place()

PACKAGE = Path(__file__).resolve().parent.parent
MODE = os.environ.get("ANSWERABLE_MODE", "serve")
DATA = Path(os.environ.get("ANSWERABLE_DATA", "data")).absolute()
if not os.access(PACKAGE.parent / "storystream", os.W_OK):
    # The compiled story engine is kept beside its sources, or in the data folder where those may not be written.
    os.environ.setdefault("NUMBA_CACHE_DIR", str(DATA / "compiled"))
HTTPS = os.environ.get("ANSWERABLE_HTTPS") == "1"
PROXIES = int(os.environ.get("ANSWERABLE_PROXIES", "0"))

DEBUG = False
SECRET_KEY = secret_key(DATA, mode=MODE)
ALLOWED_HOSTS = os.environ.get("ANSWERABLE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "answerable.project.urls"
WSGI_APPLICATION = "answerable.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

#: Our rooms, bottom first. `tests/architecture` holds this list against the order in pyproject.toml.
ROOMS = [
    "answerable.kernel",
    "answerable.kernel.trail",
    "answerable.kernel.jobs",
    "answerable.egress",
    "answerable.web",
    "answerable.office.people",
    "answerable.office.clocks",
    "answerable.office.rota",
    "answerable.office.review",
    "answerable.office.notices",
    "answerable.office.operations",
    "answerable.listening.sources",
    "answerable.listening.stories",
    "answerable.listening.signals",
    "answerable.response.letters",
    "answerable.response.cases",
    "answerable.response.answers",
    "answerable.response.answers_site",
    "answerable.response.channels",
    "answerable.response.channel_health",
    "answerable.response.foresight",
    "answerable.governance.plan",
    "answerable.governance.duties",
    "answerable.governance.training",
    "answerable.governance.questionnaires",
    "answerable.governance.inspections",
    "answerable.governance.accountability",
    "answerable.reports",
    "answerable.home",
    "answerable.project",
]
INSTALLED_APPS = [
    *ROOMS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "treebeard",
    "django_filters",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "csp",
    *SIGNIN_APPS,
]
MIDDLEWARE = [
    "answerable.web.middleware.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "answerable.response.answers_site.middleware.PublicSiteMiddleware",
    "answerable.governance.questionnaires.middleware.SlipMiddleware",
    "answerable.web.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    *SIGNIN_MIDDLEWARE,
    "answerable.office.people.middleware.ActorMiddleware",
    "answerable.office.people.middleware.SessionEndsMiddleware",
    "answerable.office.people.middleware.SecondFactorMiddleware",
    "answerable.web.middleware.AnticipatedMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "answerable.web.shell.context",
                "answerable.office.notices.shell.context",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]


DATABASES = {
    "default": database(
        os.environ.get("ANSWERABLE_DATABASE_URL", "") or str(DATA / "answerable.sqlite3"), mode=MODE
    )
}
CACHES = {
    # In the database, because limits on signing in must count over all processes.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "answerable_cache"}
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": [], "ENQUEUE_ON_COMMIT": False}}

#: What may be reached from here. The demo and the tests have their sources on loopback, at any port and any pace.
ON_LOOPBACK = MODE in ("demo", "test")
EGRESS_POLICY = EgressPolicy(
    allow_networks=tuple(
        ip_network(part) for part in os.environ.get("ANSWERABLE_INNER_NETWORKS", "").split(",") if part
    ),
    ports=frozenset(int(port) for port in os.environ.get("ANSWERABLE_PORTS", "80,443").split(",")),
    allow_loopback=ON_LOOPBACK,
    any_port=ON_LOOPBACK,
    gate=HostGate(gap_s=0.0) if ON_LOOPBACK else SHARED_GATE,
)
#: A language model that drafts passages of papers when a person asks; none unless its address and name are given.
LANGUAGE_MODEL = LanguageModel.named(os.environ, key_of("ANSWERABLE_MODEL_KEY"))
#: Where rounds of the public beacon are fetched for draws; where none is named, an officer types them in.
BEACON_RELAY = os.environ.get("ANSWERABLE_BEACON", "")
#: Put before links in messages that leave the house.
PUBLIC_ADDRESS = os.environ.get("ANSWERABLE_ADDRESS", f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0]}")
#: Where the public reads the answers, when they are published elsewhere as files; and where its forms lead.
ANSWERS_ADDRESS = os.environ.get("ANSWERABLE_ANSWERS_ADDRESS", "")
ANSWERS_FORMS = os.environ.get("ANSWERABLE_ADDRESS", "")
#: What is kept beside the database: backups, the published heads of the trail, and the secrets both rest on.
BACKUPS = Path(os.environ.get("ANSWERABLE_BACKUPS", DATA / "backups"))
HEADS = Path(os.environ.get("ANSWERABLE_HEADS", DATA / "heads"))
SECRETS = {"secret": secret_path(DATA), "trail.key": DATA / "trail.key"}
#: How long the texts of the trail are kept: three years; less than 180 days is never done.
TRAIL_TERM = timedelta(days=int(os.environ.get("ANSWERABLE_TRAIL_DAYS", "1096")))
METRICS_TOKEN = os.environ.get("ANSWERABLE_METRICS_TOKEN", "")
WATCHED_FOLDERS = os.environ.get("ANSWERABLE_FOLDERS", str(DATA / "inbox")).split(",")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("ANSWERABLE_TIME_ZONE", "Asia/Shanghai")
#: The working days that limits are counted on until a plan names its own.
CALENDAR = os.environ.get("ANSWERABLE_CALENDAR", "CN")

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("ANSWERABLE_STATIC", DATA / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = MODE == "test"
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

SESSION_ENGINE = "answerable.office.people.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
#: From signing in, whatever is done; and from the last click.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_SECONDS = int(os.environ.get("ANSWERABLE_IDLE_MINUTES", "120")) * 60
CSRF_COOKIE_HTTPONLY = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSP_DIRECTIVES = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, NONCE],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": CSP_DIRECTIVES}

#: With its distance from UTC: logs of several hosts are laid side by side.
LOG_TIME = "%Y-%m-%dT%H:%M:%S%z"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "{asctime} {levelname} {name}: {message}",
            "datefmt": LOG_TIME,
            "style": "{",
        },
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "format": "{asctime}{levelname}{name}{message}{process}",
            "datefmt": LOG_TIME,
            "style": "{",
            "rename_fields": {"asctime": "at", "levelname": "level"},
            "json_ensure_ascii": False,
        },
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "json" if os.environ.get("ANSWERABLE_LOG") == "json" else "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": os.environ.get("ANSWERABLE_LOG_LEVEL", "WARNING")},
    "loggers": {"answerable": {"level": os.environ.get("ANSWERABLE_LOG_LEVEL", "INFO")}},
}
