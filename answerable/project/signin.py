"""Settings of signing in: django-allauth, second factors, lock-out."""

SIGNIN_APPS: list[str] = []
SIGNIN_MIDDLEWARE: list[str] = []
