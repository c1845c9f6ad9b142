"""Pages of people and accounts are no sources; publications and platforms' own news pages are."""

import pytest

from answerable.listening.sources.kinds.personal_pages import PLATFORMS, personal_page

PERSONAL = [
    "https://weibo.com/u/1234567890",
    "https://weibo.com/somebody",
    "https://m.weibo.cn/u/1234567890",
    "https://www.douyin.com/user/MS4wLjABAAAA",
    "https://www.kuaishou.com/profile/3xabc",
    "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400",
    "https://space.bilibili.com/2",
    "https://www.zhihu.com/people/somebody",
    "https://www.toutiao.com/c/user/token/abc/",
    "https://twitter.com/somebody",
    "https://x.com/somebody/status/1",
    "https://www.facebook.com/some.body",
    "https://m.facebook.com/profile.php?id=1",
    "https://www.instagram.com/somebody/",
    "https://www.tiktok.com/@somebody",
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/channel/UCabc",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc",
    "https://www.threads.net/@somebody",
    "https://mastodon.example/@somebody",
    "https://mastodon.example/@somebody.rss",
    "https://mastodon.example/users/somebody",
    "https://bsky.app/profile/somebody.bsky.social",
    "https://somebody.bsky.social/",
    "https://www.reddit.com/user/somebody",
    "https://www.reddit.com/u/somebody/.rss",
    "https://www.linkedin.com/in/somebody",
    "https://t.me/somebody",
    "https://t.me/s/somebody",
    "https://vk.com/somebody",
    "https://medium.com/@somebody",
    "https://medium.com/feed/@somebody",
    "https://rsshub.example/weibo/user/123",
    "https://rsshub.example/telegram/channel/abc",
    "https://tieba.baidu.com/" + "home/main?un=x",
    "https://www.douban.com/people/somebody/",
    "https://github.com/somebody.atom",
    "HTTPS://WEIBO.COM./u/1",
    "https://weibo.com/%75/123",
]
FINE = [
    "https://www.example.gov.cn/rss.xml",
    "https://news.example.com/feed/",
    "https://www.zhihu.com/topic/19550517",
    "https://www.bilibili.com/v/tech",
    "https://www.reddit.com/r/city/.rss",
    "https://example.com/users/",
    "https://notweibo.com/u/123",
    "https://weibo.com.example.org/u/123",
    "https://example.com/weibo/hot",
    "https://github.com/org/project/releases.atom",
    "https://www.linkedin.com/company/x",
    "not an address",
    "http://[::1",
    "",
]


@pytest.mark.parametrize("address", PERSONAL)
def test_a_page_of_a_person_or_account_is_named(address: str) -> None:
    assert personal_page(address)


@pytest.mark.parametrize("address", FINE)
def test_other_addresses_are_let_through(address: str) -> None:
    assert personal_page(address) is None


def test_many_platforms_are_known() -> None:
    assert len({name for name, _hosts, _pattern in PLATFORMS}) >= 30
