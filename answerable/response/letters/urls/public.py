"""Addresses of the public form and the asker's own page, below /letters/: no sign-in, no scripts, no cookies."""

from django.urls import path, register_converter

from answerable.response.letters.views import public


class Tongue:
    """The two languages of the public pages, as they stand in an address."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        """Take it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it stands."""
        return value


register_converter(Tongue, "tongue")
app_name = "letters_public"
urlpatterns = [
    path("", public.begin, name="begin"),
    path("<tongue:tongue>/", public.write, name="write"),
    path("<tongue:tongue>/follow/", public.find, name="find"),
    path("<tongue:tongue>/follow/<str:code>/", public.follow, name="follow"),
    path("<tongue:tongue>/follow/<str:code>/<slug:act>/", public.act, name="act"),
]
