"""Addresses of the public site, below /answers/: an answer stands at /answers/<its address>/ for good."""

from django.urls import path, register_converter

from answerable.response.answers_site.views import public


class SiteTongue:
    """The two languages of the site, as they stand in an address."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        """Take it as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it stands."""
        return value


register_converter(SiteTongue, "site_tongue")
TONGUE = "<site_tongue:language>/"
app_name = "answers_site"
urlpatterns = [
    path("", public.page, {"name": "begin"}, name="begin"),
    path("site.css", public.page, {"name": "style"}, name="style"),
    path("mark.svg", public.page, {"name": "mark"}, name="mark"),
    path("sitemap.xml", public.page, {"name": "sitemap"}, name="sitemap"),
    path(TONGUE, public.page, {"name": "front"}, name="front"),
    path(f"{TONGUE}all/", public.page, {"name": "list"}, name="list"),
    path(f"{TONGUE}all/<int:page>/", public.page, {"name": "list"}, name="list"),
    path(f"{TONGUE}search/", public.search, name="search"),
    path(f"{TONGUE}topics/", public.page, {"name": "topics"}, name="topics"),
    path(f"{TONGUE}topics/<slug:key>/", public.page, {"name": "topic"}, name="topic"),
    path(f"{TONGUE}topics/<slug:key>/<int:page>/", public.page, {"name": "topic"}, name="topic"),
    path(f"{TONGUE}topics/<slug:key>/atom.xml", public.page, {"name": "topic-feed"}, name="topic-feed"),
    path(
        f"{TONGUE}topics/<slug:key>/feed.json",
        public.page,
        {"name": "topic-feed-json"},
        name="topic-feed-json",
    ),
    path(f"{TONGUE}archive/", public.page, {"name": "archive"}, name="archive"),
    path(f"{TONGUE}archive/<int:year>/<int:month>/", public.page, {"name": "month"}, name="month"),
    path(f"{TONGUE}archive/<int:year>/<int:month>/<int:page>/", public.page, {"name": "month"}, name="month"),
    path(f"{TONGUE}changes/", public.page, {"name": "changes"}, name="changes"),
    path(f"{TONGUE}figures/", public.page, {"name": "figures"}, name="figures"),
    path(f"{TONGUE}about/", public.page, {"name": "about"}, name="about"),
    path(f"{TONGUE}thanks/", public.page, {"name": "thanks"}, name="thanks"),
    path(f"{TONGUE}atom.xml", public.page, {"name": "feed"}, name="feed"),
    path(f"{TONGUE}feed.json", public.page, {"name": "feed-json"}, name="feed-json"),
    path("<slug:slug>/", public.page, {"name": "answer"}, name="answer"),
    path("<slug:slug>/verdict/", public.judge, name="judge"),
]
