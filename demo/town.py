"""The town: its water bureau with units, posts and people, and the publications that write about it."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class TownUnit:
    """A unit of the bureau."""

    code: str
    zh: str
    en: str
    parent: str = ""
    document_code: str = ""


@dataclass(frozen=True, slots=True)
class TownPost:
    """A post and who holds it. `kind` is one of the kinds of posts."""

    code: str
    unit: str
    kind: str
    zh: str
    en: str
    holder: str
    backup: str = ""


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody of the cast who works at the bureau. `login` signs in."""

    login: str
    name: str
    what: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class TownSource:
    """One address that the bureau reads. `form` says how the press serves it."""

    slug: str
    name: str
    publication: str
    language: str
    form: str
    weight: int
    beats: tuple[str, ...]
    owner: str = "office"


BODY = TownUnit("bureau", "云汀市水务局", "Yunting Water Bureau", document_code="云水发")
UNITS = (
    BODY,
    TownUnit("office", "办公室（新闻宣传）", "Communications office", "bureau"),
    TownUnit("supply", "供水管理科", "Water supply", "bureau"),
    TownUnit("drainage", "排水与防汛科", "Drainage and flood control", "bureau"),
    TownUnit("quality", "水质监测中心", "Water quality centre", "bureau"),
    TownUnit("service", "客户服务中心", "Customer service", "bureau"),
    TownUnit("oversight", "机关纪委", "Oversight", "bureau"),
)
POSTS = (
    TownPost("P-LEAD", "bureau", "lead", "局长", "Head of the bureau", "boris", "emil"),
    TownPost("P-OFFICE", "office", "office", "值班员", "Duty officer", "ada", "emil"),
    TownPost("P-SPOK", "bureau", "spokesperson", "新闻发言人", "Spokesperson", "emil", "ada"),
    TownPost("P-LIAI-SUPPLY", "supply", "liaison", "供水联络员", "Water supply contact", "chen", "ada"),
    TownPost("P-LIAI-DRAIN", "drainage", "liaison", "排水联络员", "Drainage contact", "chen"),
    TownPost("P-INSP", "oversight", "inspector", "检查员", "Inspector", "dana"),
)
CAST = (
    Citizen("ada", "Ada Lin 林安", "duty officer: opens the stories board"),
    Citizen("boris", "Boris He 何博", "head of the body: five lines each morning"),
    Citizen("chen", "Chen Yu 陈雨", "department contact: my duties"),
    Citizen("dana", "Dana Wu 吴丹", "inspector"),
    Citizen("emil", "Emil Zhao 赵一鸣", "spokesperson"),
    Citizen("admin", "Administrator", "keeps accounts and the system", "administrator"),
)

CITY, LIFE, WATER, RAIL, MONEY, SCHOOL, HEALTH = (
    "city",
    "life",
    "water",
    "traffic",
    "money",
    "school",
    "health",
)
SOURCES = (
    TownSource("ribao-yaowen", "云汀日报·要闻", "云汀日报", "zh", "rss", 9, (CITY, WATER, MONEY, RAIL)),
    TownSource("ribao-minsheng", "云汀日报·民生", "云汀日报", "zh", "rss", 9, (LIFE, WATER, SCHOOL, HEALTH)),
    TownSource("wanbao", "云汀晚报", "云汀晚报", "zh", "atom", 10, (LIFE, CITY, WATER, RAIL, SCHOOL)),
    TownSource(
        "xinwenwang", "云汀新闻网", "云汀新闻网", "zh", "rss", 12, (CITY, LIFE, WATER, RAIL, MONEY, HEALTH)
    ),
    TownSource("guangdian", "云汀广播电视台", "云汀广播电视台", "zh", "json", 8, (CITY, LIFE, WATER, RAIL)),
    TownSource("zhengfu", "市政府门户·通知公告", "云汀市人民政府", "zh", "rss", 4, (CITY, WATER, SCHOOL)),
    TownSource("shuiwu", "市水务局官网", "云汀市水务局", "zh", "rss", 4, (WATER,), "office"),
    TownSource("liuyan", "水务局网上留言（公开部分）", "云汀市水务局", "zh", "json", 4, (WATER,), "service"),
    TownSource("yingji", "市应急管理局", "市应急管理局", "zh", "rss", 3, (CITY, RAIL)),
    TownSource("qixiang", "市气象台", "市气象台", "zh", "rdf", 4, ("weather",), "drainage"),
    TownSource("jiaotong", "市交通运输局", "市交通运输局", "zh", "rss", 4, (RAIL,)),
    TownSource("weijian", "市卫生健康委", "市卫生健康委", "zh", "rss", 3, (HEALTH,)),
    TownSource("chengdong", "城东街道", "城东街道办事处", "zh", "atom", 3, (LIFE, WATER)),
    TownSource("nanan", "南岸社区周报", "南岸社区周报", "zh", "rss", 3, (LIFE, SCHOOL, WATER)),
    TownSource("jingji", "大河经济参考", "大河经济参考", "zh", "rss", 5, (MONEY, WATER)),
    TownSource("xiaoxie", "市消费者协会", "市消费者协会", "zh", "rss", 2, (LIFE, MONEY)),
    TownSource(
        "herald-news", "Yunting Herald, news", "Yunting Herald", "en", "rss", 10, (CITY, WATER, RAIL, HEALTH)
    ),
    TownSource(
        "herald-city", "Yunting Herald, city life", "Yunting Herald", "en", "rss", 8, (LIFE, SCHOOL, WATER)
    ),
    TownSource("harbour", "Harbour Post", "Harbour Post", "en", "atom", 9, (CITY, LIFE, WATER, MONEY)),
    TownSource(
        "radio", "River Valley Radio", "River Valley Radio", "en", "json", 8, (CITY, WATER, RAIL, LIFE)
    ),
    TownSource("council", "City Council notices", "City Council", "en", "rss", 3, (CITY, WATER)),
    TownSource(
        "university", "Yunting University news", "Yunting University", "en", "atom", 3, (SCHOOL, HEALTH)
    ),
    TownSource(
        "chamber", "Chamber of Commerce bulletin", "Chamber of Commerce", "en", "rss", 3, (MONEY, WATER)
    ),
    TownSource("wire", "Regional Wire", "Regional Wire", "en", "rss", 8, (CITY, WATER, MONEY, RAIL, HEALTH)),
    TownSource("transit", "Transit Watch", "Transit Watch", "en", "sitemap", 4, (RAIL,)),
)
#: A street office whose site has been failing since yesterday, so that there is a source to look after.
ILL, ILL_FOR = "chengdong", timedelta(hours=26)
