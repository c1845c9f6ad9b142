"""What the town has written to its water bureau: letters in every state, and three questions of the press."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.letters import actions
from answerable.response.letters.actions import ASKER, InquiryDraft, LetterDraft, PressAnswer, ReplyDraft
from answerable.response.letters.queries import letter_by_code
from answerable.response.letters.rules.attachments import Piece
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.references import keys_of
from answerable.response.letters.rules.states import End, Judgement, Way
from answerable.response.letters.rules.wording import Wording

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
READERS = ("ada", "emil", "boris")
SIGNED = "云汀市水务局 新闻发言人 赵一鸣"

NOBODY = Contact()


@dataclass(frozen=True, slots=True)
class Asked:
    """A letter as somebody of the town wrote it. Nobody of them exists."""

    title: str
    text: str
    way: Way = Way.FORM
    contact: Contact = NOBODY
    language: str = "zh-hans"
    pieces: tuple[Piece, ...] = ()


LI = Contact(name="李春梅", email="chunmei.li@post.yunting.example", phone="13800138000")
MAIN = "滨河路主管爆裂，我家从今天凌晨起一直停水，家里有老人，什么时候能恢复？能不能派送水车到滨河新村东门？"
NEW = (
    Asked("滨河新村停水", MAIN, contact=LI),
    Asked(
        "滨河新村何时来水",
        f"您好！{MAIN}谢谢。",
        Way.MAIL,
        Contact(name="王建国", email="wang@post.yunting.example"),
    ),
    Asked(
        "Low pressure on the ninth floor",
        "Since Monday there is hardly any water on the ninth floor of 12 Harbour Street in the evening. Is it the pump?",
        contact=Contact(name="Ann Miller", email="ann@post.yunting.example"),
        language="en",
    ),
)
FORWARDED = Asked("水表读数不对", "本月水费比上月多了三倍，水表读数和账单对不上，请来人核对。", contact=LI)
LATE = Asked(
    "井盖松动", "柳荫街小学门口的井盖松动，车一过就响，孩子上学要从上面走，两周了没有人来修。", Way.FILE
)
ASKED = Asked("自来水发黄", "早上打开水龙头水是黄的，放了几分钟才清。", contact=LI)
EXTENDED = Asked(
    "老小区管网改造", "我们小区水管用了三十年，年年漏，改造计划排到哪一年？要不要居民出钱？", contact=LI
)
READING = Asked(
    "阶梯水价怎么算", "家里住五口人，阶梯水价第一档能不能多算一些？去哪里办？需要什么材料？", contact=LI
)
BY_PHONE = Asked(
    "独居老人送水",
    "来电人母亲独居，停水期间无法下楼取水，希望送水上门。",
    Way.HAND,
    Contact(name="陈先生", phone="13900139000"),
)
CONTENT = Asked("水费发票", "网上缴费后在哪里下载发票？找了很久没有找到。", contact=LI)
DISCONTENT = Asked("夜间施工噪声", "管道抢修夜里两点还在破路，什么时候结束？以后能不能避开深夜？", contact=LI)
REOPENED = Asked("消火栓漏水", "南门消火栓漏水一个星期了，白白流掉太可惜。", contact=LI)
ELSEWHERE = Asked("公交站牌", "12路公交站牌被撞歪了，请扶正。", contact=LI)
ADVERTISING = Asked("低价水表批发", "本公司供应各种水表，量大从优，欢迎来电洽谈合作。", Way.MAIL)
LONG_AGO = Asked(
    "水压偏低",
    "五楼水压偏低，热水器打不着火。",
    contact=LI,
    pieces=(Piece("水压.txt", "早晚0.1兆帕".encode()),),
)


class Desk:
    """The bureau's desk for letters; `number` makes the keys of each letter, the same in every demo."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.number = 0
        self.units = people.units_named(["supply", "drainage", "service"])

    def take(self, asked: Asked, *, at: datetime) -> tuple[int, str]:
        """Let a letter come in; gives its id and the code of its asker."""
        self.number += 1
        keys = keys_of(f"yunting letter {self.number}".encode())
        draft = LetterDraft(
            way=asked.way,
            title=asked.title,
            text=asked.text,
            contact=asked.contact,
            keys=keys,
            received_at=at,
            language=asked.language,
            pieces=asked.pieces,
            confirm=asked.way in (Way.FORM, Way.MAIL),
        )
        by = self.cast["ada"] if asked.way is Way.HAND else ASKER
        made = actions.receive(draft, by=by, at=at)
        if made is None:
            raise ValueError("the town writes each letter once")
        return made.id, keys.code

    def forward(self, letter: int, unit: str, *, at: datetime) -> None:
        """Ada gives a letter to a unit."""
        actions.forward(letter, self.units[unit], "", by=self.cast["ada"], at=at)

    def write(self, letter: int, text: str, *, readers: tuple[str, ...], at: datetime) -> int:
        """Chen writes a reply and hands it in; some have read it."""
        wording = Wording("答复", text, SIGNED)
        reply = actions.draft_reply(ReplyDraft(wording, (letter,), "zh-hans"), by=self.cast["chen"], at=at)
        found = actions.hand_in_reply(reply, by=self.cast["chen"], at=at)
        for place, name in enumerate(readers, 1):
            self.read(found, name, at=at + timedelta(minutes=9 * place))
        return reply

    def read(self, found: int, name: str, *, at: datetime) -> None:
        """Somebody reads a text and passes the step whose turn it is."""
        reader = self.cast[name]
        review.note_reading(found, by=reader, at=at)
        step = reviews.review_page(reader, found, at=at).current
        if step is not None:
            seen = reviews.review_for(reader, found).content_hash
            review.pass_step(found, seen, step.checks, "", by=reader, at=at)

    def answer(self, asked: Asked, text: str, *, at: datetime) -> tuple[int, str]:
        """A letter that came in three days before `at` gets its answer."""
        letter, code = self.take(asked, at=at - 3 * DAY)
        self.forward(letter, "supply", at=at - 3 * DAY + HOUR)
        reply = self.write(letter, text, readers=READERS, at=at - HOUR)
        actions.send_reply(reply, by=self.cast["chen"], at=at)
        return letter, code


def load(cast: Cast, *, at: datetime) -> None:
    """Let the town write, and the bureau answer most of it."""
    desk = Desk(cast)
    _long_ago(desk, at - 70 * DAY)
    _answered(desk, at)
    _waiting(desk, at)
    for place, asked in enumerate(NEW):
        desk.take(asked, at=at - (3 - place) * HOUR)
    _press(desk, at)
    actions.close_due(at=at)
    actions.forget_due(at=at)


def _long_ago(desk: Desk, at: datetime) -> None:
    """A letter that was answered and closed; its contact is gone by now."""
    letter, code = desk.answer(LONG_AGO, "已派人检测，为楼内减压阀故障，现已更换。", at=at)
    actions.judge(letter_by_code(code), Judgement.ANSWERED, by=ASKER, at=at + DAY)
    actions.close_letter(letter, by=desk.cast["ada"], at=at + 2 * DAY)


def _answered(desk: Desk, at: datetime) -> None:
    """One asker is content, one is not, one has opened the letter again; one is to be called back."""
    _letter, code = desk.answer(CONTENT, "缴费后次日可在“我的账单”页面下载电子发票。", at=at - 6 * DAY)
    actions.judge(letter_by_code(code), Judgement.ANSWERED, by=ASKER, at=at - 5 * DAY)
    _letter, code = desk.answer(DISCONTENT, "抢修已于昨日凌晨完成，给您带来不便，敬请谅解。", at=at - 4 * DAY)
    actions.judge(letter_by_code(code), Judgement.PARTLY, by=ASKER, at=at - 3 * DAY)
    _letter, code = desk.answer(REOPENED, "消火栓已于当日更换阀门。", at=at - 5 * DAY)
    actions.judge(letter_by_code(code), Judgement.NOT, by=ASKER, at=at - 2 * DAY)
    actions.reopen(letter_by_code(code), "今天早上又开始漏了，和以前一样。", by=ASKER, at=at - 2 * DAY)
    letter, _code = desk.take(BY_PHONE, at=at - 2 * DAY)
    desk.forward(letter, "supply", at=at - 2 * DAY)
    reply = desk.write(letter, "停水期间每天十点、十六点由社区送水上门。", readers=READERS, at=at - DAY)
    actions.send_reply(reply, by=desk.cast["chen"], at=at - DAY + HOUR)


def _waiting(desk: Desk, at: datetime) -> None:
    """What lies with units, what waits for its asker, what is late, what has more time, and what is no letter."""
    ada = desk.cast["ada"]
    approver = next(desk.cast[name] for name in ("emil", "boris") if desk.cast[name].may("clocks.extend"))
    letter, _code = desk.take(LATE, at=at - 20 * DAY)
    desk.forward(letter, "drainage", at=at - 19 * DAY)
    letter, _code = desk.take(EXTENDED, at=at - 5 * DAY)
    desk.forward(letter, "supply", at=at - 5 * DAY)
    actions.extend(letter, "改造计划正在报批，需与财政部门核实。", by=approver, at=at - DAY)
    letter, _code = desk.take(FORWARDED, at=at - 2 * DAY)
    desk.forward(letter, "supply", at=at - 2 * DAY)
    letter, _code = desk.take(ASKED, at=at - 3 * DAY)
    actions.ask(letter, "请问您住在哪个小区、几号楼？", by=ada, at=at - 2 * DAY)
    letter, _code = desk.take(READING, at=at - 4 * DAY)
    desk.forward(letter, "supply", at=at - 4 * DAY)
    desk.write(
        letter, "五人以上家庭第一档每人每年增加30立方米，凭户口簿在供水窗口或网上办理。",
        readers=READERS[:1], at=at - 3 * HOUR,
    )  # fmt: skip
    letter, _code = desk.take(ELSEWHERE, at=at - 2 * DAY)
    actions.hand_over(letter, "云汀市公交集团", by=ada, at=at - 2 * DAY + HOUR)
    letter, _code = desk.take(ADVERTISING, at=at - DAY)
    actions.set_aside(letter, End.AUTOMATIC, by=ada, at=at - DAY + HOUR)


def _press(desk: Desk, at: datetime) -> None:
    """One outlet waits until this evening, one was referred to a published answer, one was declined."""
    ada, supply = desk.cast["ada"], desk.units["supply"]

    def ask(outlet: str, title: str, question: str, when: datetime) -> int:
        desk.number += 1
        keys = keys_of(f"yunting inquiry {desk.number}".encode())
        contact = Contact(name="记者", phone="13700137000")
        draft = InquiryDraft(outlet, title, question, when, when + 8 * HOUR, supply, contact, keys)
        return actions.take_inquiry(draft, by=ada, at=when)

    waiting = ask("云汀晚报", "滨河路主管为何爆裂", "爆裂的主管哪年铺设？上次检测是什么时候？", at - 2 * HOUR)
    actions.acknowledge_inquiry(waiting, by=ada, at=at - HOUR)
    referred = ask("南岸新闻网", "自来水土腥味", "南岸自来水的气味从何而来，是否影响健康？", at - 3 * DAY)
    actions.acknowledge_inquiry(referred, by=ada, at=at - 3 * DAY + HOUR)
    actions.write_press_answer(referred, PressAnswer(link="/answers/"), by=ada, at=at - 3 * DAY + HOUR)
    actions.answer_inquiry(referred, by=ada, at=at - 3 * DAY + 2 * HOUR)
    declined = ask("山城评论", "水价听证内部材料", "能否提供听证会未公开的讨论稿？", at - 2 * DAY)
    actions.decline_inquiry(
        declined, "讨论稿尚未定稿，定稿后随听证公告公开。", by=ada, at=at - 2 * DAY + HOUR
    )
