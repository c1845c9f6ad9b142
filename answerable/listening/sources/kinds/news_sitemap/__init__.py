"""News sitemaps: a sitemap whose entries carry title and publication date (two days back, at most 1,000)."""

from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.settings import AddressSettings
from answerable.listening.sources.kinds.sitemap import Sitemap, SitemapSettings


class NewsSitemap(Sitemap):
    """A news sitemap: entries without a title are not articles."""

    key = "news_sitemap"
    name = gettext_noop("News sitemap")
    explanation = gettext_noop(
        "The list of fresh articles with their titles that news sites offer to search engines."
    )
    settings_type: type[AddressSettings] = SitemapSettings
    news = True


NEWS_SITEMAP = NewsSitemap()
