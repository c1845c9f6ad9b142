"""What the papers of a small town write, in English and in Chinese."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Town:
    """What a town's papers say: quiet matters of the last days, one matter told thrice, and then a main bursts."""

    papers: tuple[str, ...]
    quiet: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    burst: tuple[tuple[str, str], ...]
    words: str


ENGLISH = Town(
    papers=("Evening News", "Northfield Post", "City Radio", "The Courier", "River Times", "Harbour Gazette"),
    quiet=(
        "Chess club meets on Thursdays in the Elm Street school",
        "Orchard growers expect late apples after a cold spring",
        "Night trains return to the coast line for the summer",
        "Swimmers wanted for the lake crossing in August",
        "Museum shows maps of the old harbour walls",
        "Beekeepers warn of mites in the southern villages",
    ),
    told=(
        (
            "City library opens a new reading room for children",
            (
                "The city library has opened a new reading room for children on the second floor. The room has four "
                "hundred picture books and stays open until seven in the evening, the library director said on Monday."
            ),
        ),
        (
            "City library opens a new reading room for children",
            (
                "The city library has opened a new reading room for children on the second floor. The room has four "
                "hundred picture books and stays open until seven in the evening, the library director said on Monday."
            ),
        ),
        (
            "New children's reading room at the city library has four hundred picture books",
            (
                "Children have a reading room of their own at the city library since Monday. Four hundred picture "
                "books stand on the second floor, and the new room of the library stays open until seven."
            ),
        ),
    ),
    burst=(
        (
            "Water main bursts in Mill Lane, hundreds of homes without water",
            "A water main burst in Mill Lane at dawn and left hundreds of homes without water, the utility said.",
        ),
        (
            "Hundreds of Mill Lane homes lose water after a main bursts",
            "Hundreds of homes in Mill Lane have no water since a main burst at dawn. Crews of the utility dig.",
        ),
        (
            "No water in Mill Lane: burst main leaves hundreds of homes dry",
            "The burst water main in Mill Lane leaves hundreds of homes dry. Tank lorries stand at the school.",
        ),
        (
            "Burst water main floods Mill Lane and cuts off hundreds of homes",
            "Mill Lane is flooded after a water main burst. Hundreds of homes are cut off, the utility said.",
        ),
        (
            "Mill Lane without water: utility works on the burst main",
            "The utility works on the burst water main in Mill Lane. Hundreds of homes have no water until night.",
        ),
        (
            "Tank lorries for Mill Lane after water main bursts",
            "Tank lorries bring water to hundreds of homes in Mill Lane after the water main burst at dawn.",
        ),
    ),
    words="water main",
)
CHINESE = Town(
    papers=("云亭晚报", "东湖日报", "城市广播", "云亭新闻网", "江岸时报", "港口早报"),
    quiet=(
        "榆树街小学象棋社每周四开放活动",
        "春寒推迟花期 果农预计苹果晚熟",
        "滨海线夏季恢复开行夜间列车",
        "八月环湖游泳活动开始报名",
        "博物馆展出旧港城墙古地图",
        "南部乡镇养蜂户警惕蜂螨",
    ),
    told=(
        (
            "市图书馆新开儿童阅览室",
            "市图书馆二楼新设的儿童阅览室本周一正式开放。阅览室配备四百册绘本，每天开放到晚上七点，图书馆馆长表示欢迎家长带孩子前来阅读。",
        ),
        (
            "市图书馆新开儿童阅览室",
            "市图书馆二楼新设的儿童阅览室本周一正式开放。阅览室配备四百册绘本，每天开放到晚上七点，图书馆馆长表示欢迎家长带孩子前来阅读。",
        ),
        (
            "市图书馆儿童阅览室开放 四百册绘本可借阅",
            "周一起，孩子们在市图书馆有了自己的阅览室。二楼儿童阅览室摆放四百册绘本，开放时间到晚上七点。",
        ),
    ),
    burst=(
        ("东桥路供水主管爆裂 数百户停水", "今天清晨东桥路供水主管爆裂，数百户居民停水，供水公司正在抢修。"),
        (
            "东桥路水管爆裂致数百户居民停水",
            "东桥路一处供水主管清晨爆裂，数百户居民家中停水，抢修人员已到现场。",
        ),
        (
            "供水主管爆裂 东桥路数百户无水可用",
            "供水主管爆裂后，东桥路数百户居民无水可用，供水公司调来送水车。",
        ),
        ("东桥路供水主管爆裂路面积水 居民停水", "东桥路供水主管爆裂，路面大量积水，沿线数百户居民停水。"),
        (
            "供水公司抢修东桥路爆裂主管 停水数百户",
            "供水公司正抢修东桥路爆裂的供水主管，数百户停水预计持续到夜间。",
        ),
        (
            "东桥路停水：供水主管爆裂 送水车到场",
            "东桥路供水主管清晨爆裂后，送水车已到现场，为停水的数百户居民送水。",
        ),
    ),
    words="供水主管",
)
TOWNS = {"en": ENGLISH, "zh-Hans": CHINESE}
