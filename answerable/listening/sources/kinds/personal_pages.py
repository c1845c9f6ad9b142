"""Knows the pages of people and accounts on social platforms, so that no source can be one.

A body's own official account is no source either: it belongs in the register of channels.
"""

import re
from urllib.parse import unquote, urlsplit

#: platform, hosts (a suffix matches whole labels), path patterns; an empty pattern means every page of the host.
PLATFORMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "Weibo",
        ("weibo.com", "weibo.cn"),
        r"/(?!(?:newlogin|hot|search|ajax|top)\b)(?:u/|n/|p/|profile/)?[\w%.-]+",
    ),
    ("Douyin", ("douyin.com", "iesdouyin.com"), r"/(?:share/)?user/"),
    ("TikTok", ("tiktok.com",), r"/@"),
    ("Kuaishou", ("kuaishou.com", "gifshow.com", "chenzhongtech.com"), r"/(?:profile|u|fw/user)/"),
    ("Xiaohongshu", ("xiaohongshu.com", "xhslink.com"), r"/user/|/m/"),
    ("Bilibili", ("space.bilibili.com",), r""),
    ("Bilibili", ("bilibili.com",), r"/space/"),
    ("Zhihu", ("zhihu.com",), r"/(?:people|org)/"),
    ("Tieba", ("tieba.baidu.com",), r"/(?:home)/"),
    ("Baijiahao", ("author.baidu.com",), r""),
    ("Toutiao", ("toutiao.com",), r"/c/user/"),
    ("Douban", ("douban.com",), r"/people/"),
    ("WeChat", ("mp.weixin.qq.com",), r"/mp/profile_ext|/cgi-bin/"),
    ("QQ Zone", ("user.qzone.qq.com", "qzone.qq.com"), r""),
    ("CSDN", ("blog.csdn.net",), r"/[^/]+/?$"),
    ("Jianshu", ("jianshu.com",), r"/u/"),
    (
        "X (Twitter)",
        ("twitter.com", "x.com", "nitter.net"),
        r"/(?!(?:home|explore|search|i|hashtag|about|tos|privacy)\b)\w+",
    ),
    (
        "Facebook",
        ("facebook.com", "fb.com", "fb.me"),
        r"/(?!(?:watch|events|help|policies|marketplace)\b)[\w.%-]+",
    ),
    ("Instagram", ("instagram.com",), r"/(?!(?:explore|about|p|reel)\b)[\w.]+"),
    ("Threads", ("threads.net", "threads.com"), r"/@"),
    ("YouTube", ("youtube.com", "m.youtube.com"), r"/(?:@|channel/|user/|c/|feeds/videos\.xml)"),
    ("Bluesky", ("bsky.app",), r"/profile/"),
    ("Bluesky", ("bsky.social",), r""),
    ("Reddit", ("reddit.com",), r"/(?:u|user)/"),
    ("LinkedIn", ("linkedin.com",), r"/(?:in|pub)/"),
    ("Telegram", ("t.me", "telegram.me"), r"/(?:s/)?[\w+]+"),
    ("VK", ("vk.com", "vk.ru"), r"/[\w.]+"),
    ("Medium", ("medium.com",), r"/(?:feed/)?@"),
    ("Substack", ("substack.com",), r"/(?:@|profile/)"),
    ("Pinterest", ("pinterest.com",), r"/\w+"),
    ("Snapchat", ("snapchat.com",), r"/add/"),
    ("Quora", ("quora.com",), r"/profile/"),
    ("Tumblr", ("tumblr.com",), r""),
    ("GitHub", ("github.com",), r"/[\w-]+(?:\.atom)?/?$"),
    ("LiveJournal", ("livejournal.com",), r""),
    ("Flickr", ("flickr.com",), r"/(?:people|photos)/"),
    ("Line", ("line.me",), r"/R/ti/p/|/ti/p/"),
)
#: Mastodon and its kin run on any host: an account's page, feed or handle has this shape.
FEDIVERSE = re.compile(
    r"/(?:web/)?@[\w.-]+(?:@[\w.-]+)?(?:/\d+|/with_replies|\.rss|\.atom)?/?|/users/[\w.-]+(?:\.rss|\.atom)?/?"
)
#: Re-publishers of accounts as feeds: the account stays an account.
BRIDGES = re.compile(
    r"/(?:weibo/user|douyin/user|zhihu/people|bilibili/user|xiaohongshu/user|twitter/user|x/user|instagram/user|kuaishou/user"
    r"|telegram/channel|youtube/(?:user|channel)|threads|tiktok/user|bsky/profile)/",
    re.IGNORECASE,
)


def personal_page(address: str) -> str | None:
    """Give the platform's name when an address is the page of a person or account, else None."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    path = unquote(parts.path) or "/"
    if not host:
        return None
    for platform, hosts, pattern in PLATFORMS:
        if any(host == known or host.endswith(f".{known}") for known in hosts):
            matched = re.match(pattern, path, re.IGNORECASE)
            return platform if matched else None
    if FEDIVERSE.fullmatch(path):
        return host
    return host if BRIDGES.search(path) else None
