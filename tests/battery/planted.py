"""Numbers of nobody, made by seed, the ways in which people write them, and official texts that hold none."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

DIGITS = "0123456789"
#: First six digits of identity numbers: districts that exist.
DISTRICTS = (
    "110105",
    "130102",
    "210102",
    "310115",
    "330106",
    "370102",
    "420106",
    "440305",
    "500103",
    "650102",
)
AREAS = ("010", "020", "021", "0311", "0571", "0755", "0451", "028", "0991")
PROVINCES = "京沪津渝冀豫云辽黑湘皖鲁苏浙鄂粤川陕"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def some(chance: random.Random, count: int, of: str = DIGITS) -> str:
    """So many letters drawn from others."""
    return "".join(chance.choices(of, k=count))


def identity(chance: random.Random) -> str:
    """A resident's number with its check digit (GB 11643: weights 2^(17-i) mod 11)."""
    born = f"{chance.randint(1935, 2018)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    first = chance.choice(DISTRICTS) + born + some(chance, 3)
    rest = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first)) % 11
    return first + "10X98765432"[rest]


def card(chance: random.Random) -> str:
    """A bank card of 16 or 19 digits with its check digit (Luhn)."""
    first = chance.choice(("622202", "621700", "436742", "518710", "622848", "625888"))
    body = first + some(chance, chance.choice((9, 12)))
    total = 0
    for place, digit in enumerate(reversed(body)):
        twice = int(digit) * (2 - place % 2)
        total += twice // 10 + twice % 10
    return body + str(-total % 10)


def mobile(chance: random.Random) -> str:
    """A mobile number."""
    return chance.choice(("13", "15", "17", "18", "19")) + some(chance, 9)


def landline(chance: random.Random) -> str:
    """A number of a house, with its area."""
    return f"{chance.choice(AREAS)}-{chance.choice('2345678')}{some(chance, 7)}"


def plate(chance: random.Random) -> str:
    """A number plate, of an old car or of an electric one."""
    electric = chance.choice("DF") + some(chance, 5)
    old = chance.choice((some(chance, 5), some(chance, 3) + chance.choice(LETTERS) + some(chance, 1)))
    return chance.choice(PROVINCES) + chance.choice(LETTERS) + chance.choice((old, old, electric))


def email(chance: random.Random) -> str:
    """An address of a person."""
    host = chance.choice(("qq.com", "163.com", "126.com", "mail.example.com.cn", "example.org"))
    name = some(chance, 1, "abcdefghkmnpqrstwxyz") + some(chance, 7, "abcdefghkmnpqrstwxyz0123456789")
    return f"{name}@{host}"


@dataclass(frozen=True)
class Sort:
    """One sort of number: how it is made, and the sentences it stands in."""

    make: Callable[[random.Random], str]
    sentences: tuple[str, ...]


SORTS = {
    "identity": Sort(
        identity,
        (
            "身份证号{}，请核实。",
            "本人{}反映如下问题",
            "户主({})一直没有收到通知。",
            "Her number is {}, she said.",
        ),
    ),
    "mobile": Sort(
        mobile,
        ("请联系张先生{}，谢谢。", "有事打{}", "业主群里留的是{}，无人接听", "He left {} at the desk."),
    ),
    "landline": Sort(
        landline, ("投诉人电话{}。", "家里的座机是{}，白天没人", "回电{}", "Call {} in the evening.")
    ),
    "card": Sort(
        card, ("请把钱打到卡号{}上。", "退款退到{}，开户行不详", "农行{}", "My card {} was charged.")
    ),
    "plate": Sort(
        plate, ("一辆车牌为{}的轿车停在路口。", "{}堵住了消防通道", "举报{}乱停", "The car {} stood there.")
    ),
    "email": Sort(email, ("write to {} today", "发邮件到{}即可", "邮箱：{}。", "（{}）")),
}
PLAIN_NUMERALS = str.maketrans(DIGITS, "零一二三四五六七八九")
ROUND_NUMERALS = str.maketrans(DIGITS, "〇一二三四五六七八九")
FORMAL_NUMERALS = str.maketrans(DIGITS, "零壹贰叁肆伍陆柒捌玖")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
CIRCLED = str.maketrans(DIGITS, "⓪①②③④⑤⑥⑦⑧⑨")


def grouped(text: str, sizes: tuple[int, ...], mark: str) -> str:
    """A number cut into groups."""
    found, start = [], 0
    for size in sizes:
        found.append(text[start : start + size])
        start += size
    return mark.join(part for part in [*found, text[start:]] if part)


def disguises(sort: str, value: str, chance: random.Random) -> Iterator[str]:
    """The ways in which people write it so that a machine, or a moderator, does not see it."""
    yield value.translate(WIDE)
    if sort == "email":
        yield value.replace("@", " @ ")
        yield value.replace("@", "＠")
        yield value.replace("@", "#")
        yield value.replace("@", "(at)")
        yield value.replace("@", " at ").replace(".", " dot ")
        yield value.replace("@", "艾特").replace(".", "点")
        return
    if sort == "plate":
        yield f"{value[:2]}·{value[2:]}"
        yield f"{value[:2]} {value[2:]}"
        yield f"{value[0]} {value[1]} {value[2:]}"
        yield value.lower()
        yield f"{value[:2]}-{value[2:]}"
        return
    plain = value.replace("-", "")
    yield plain.translate(PLAIN_NUMERALS)
    yield plain.translate(ROUND_NUMERALS)
    yield plain.translate(FORMAL_NUMERALS)
    yield plain.translate(CIRCLED)
    yield " ".join(plain)
    yield "\u200b".join(plain)
    yield plain.replace("0", "O")
    yield plain.translate(str.maketrans(DIGITS, "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"))
    yield "\u3000".join(plain.translate(WIDE))
    yield "".join(digit.translate(PLAIN_NUMERALS) if chance.random() < 0.4 else digit for digit in plain)
    sizes = {
        "identity": (6, 8),
        "mobile": (3, 4),
        "card": (4, 4, 4, 4),
        "landline": (len(value.partition("-")[0]), 4),
    }
    for mark in (" ", "-", " - "):
        yield grouped(plain, sizes[sort], mark)
    if sort == "mobile":
        yield f"+86 {value}"
        yield f"({value[:3]}){value[3:]}"
        yield ".".join((value[:3], value[3:7], value[7:]))
        yield "-".join(value)


PLACES = ("河口街道", "青山镇", "滨江新区", "老城区", "Harbour Ward", "城东水厂", "第三中学", "人民医院")
WORKS = ("供水管网改造", "道路养护", "消防演练", "防汛检查", "疫苗接种", "老旧小区改造", "garbage collection")


def official(chance: random.Random) -> str:
    """A notice as offices write them: full of numbers, none of them a person's."""
    number = chance.randint
    year, month, day = number(2018, 2026), number(1, 12), number(1, 28)
    parts = (
        lambda: (
            f"{chance.choice(PLACES)}定于{year}年{month}月{day}日{number(6, 12)}时至{number(13, 22)}时停水。"
        ),
        lambda: f"文号：国办发〔{year}〕{number(1, 120)}号，邮政编码{number(100000, 859999)}。",
        lambda: (
            f"项目代码{year % 100}{month:02}-{number(110101, 659004)}-04-01-{number(100000, 999999)}已备案。"
        ),
        lambda: f"统一社会信用代码91{number(110000, 659004)}MA{some(chance, 6, DIGITS + 'ABCDEFGH')}XY。",
        lambda: (
            f"总投资{number(1, 99999)}.{number(0, 99):02}万元，其中财政{number(100, 999)},{number(100, 999)},000元。"
        ),
        lambda: f"全年生产总值{number(10**10, 10**11)}元，增长{number(0, 9)}.{number(0, 9)}%。",
        lambda: f"请拨打{chance.choice(('12345', '12315', '12369', '95598', '110', '119', '120'))}反映。",
        lambda: f"客服电话400-{number(100, 899)}-{some(chance, 4)}，也可拨打400{some(chance, 7)}。",
        lambda: f"服务热线：{landline(chance)}，全天开通。",
        lambda: f"（{year}）京0{number(101, 119)}民初{number(1, 99999)}号判决书已送达。",
        lambda: (
            f"执行GB/T {number(1000, 50999)}.{number(1, 13)}-{year}和GB {number(1000, 9999)}—{year}标准。"
        ),
        lambda: (
            f"{chance.choice(WORKS)}招标编号ZB{year}{month:02}{day:02}{number(1, 999):03}，共{number(2, 40)}家单位。"
        ),
        lambda: f"监测点东经{number(73, 134)}.{some(chance, 6)}，北纬{number(18, 53)}.{some(chance, 6)}。",
        lambda: (
            f"浊度{number(0, 9)}.{some(chance, 2)}、余氯0.{some(chance, 2)}、pH {number(6, 8)}.{some(chance, 1)}。"
        ),
        lambda: (
            f"公交{number(1, 999)}路、{number(1, 999)}路改道，班次{number(13, 19)}:{number(10, 59)}发车。"
        ),
        lambda: f"凭票据编号{year}{some(chance, 8)}领取，逾期{number(3, 30)}个工作日作废。",
        lambda: (
            f"ISBN 978-7-{some(chance, 4)}-{some(chance, 4)}-{some(chance, 1)}，定价{number(10, 99)}.00元。"
        ),
        lambda: (
            f"The council met on {year}-{month:02}-{day:02} at {number(8, 18)}:30; the vote was {number(1, 99)}-9."
        ),
        lambda: (
            f"Repairs cost ${number(1, 999)},{number(100, 999)},{number(100, 999)} over {number(2, 60)} months."
        ),
        lambda: (
            f"受理{number(1000, 99999)}件，办结{number(1000, 99999)}件，办结率{number(90, 99)}.{some(chance, 2)}%。"
        ),
        lambda: f"详见https://www.example.gov.cn/art/{year}/{month}/{day}/art_{number(10**6, 10**8)}.html。",
    )
    return "\n".join(make() for make in chance.sample(parts, chance.randint(4, 9)))
