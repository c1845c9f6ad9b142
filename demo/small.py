"""Small stories and daily pieces: patterns with gaps, filled from lists of made-up names."""

from dataclasses import dataclass

PLACES = (
    ("东桥路", "Dongqiao Road"), ("槐荫街", "Huaiyin Street"), ("柳岸大道", "Liu'an Avenue"), ("北门广场", "North Gate Square"),
    ("望江里", "Wangjiang Lane"), ("钟楼巷", "Clock Tower Lane"), ("造船厂旧址", "the old shipyard"), ("石榴园小区", "Pomegranate Court"),
    ("梧桐新村", "Plane Tree Estate"), ("云汀北站", "Yunting North station"), ("大学城", "the university town"), ("渔港码头", "the fishing quay"),
    ("南岸公园", "Nan'an Park"), ("纺织厂社区", "the textile mill quarter"), ("银杏大道", "Ginkgo Avenue"), ("青石坡", "Bluestone Hill"),
    ("河东新区", "Hedong new district"), ("枫林村", "Maple village"), ("三号水库", "Reservoir No. 3"), ("白鹭湿地", "the Egret wetland"),
)  # fmt: skip
SCHOOLS = (
    ("实验小学", "Experimental Primary"), ("第二中学", "No. 2 Middle School"), ("槐荫小学", "Huaiyin Primary"), ("职业技术学院", "the technical college"),
    ("柳岸中学", "Liu'an Middle School"), ("云汀大学", "Yunting University"), ("特殊教育学校", "the special school"), ("师范附小", "the teachers' college primary"),
)  # fmt: skip
CRAFTS = (
    ("剪纸", "paper cutting"), ("皮影", "shadow puppets"), ("木版年画", "woodblock prints"), ("竹编", "bamboo weaving"),
    ("老照片", "old photographs"), ("陶器", "pottery"), ("刺绣", "embroidery"), ("古琴", "zither music"), ("风筝", "kites"), ("盆景", "miniature gardens"),
)  # fmt: skip
GOODS = (
    ("电动车充电桩", "e-bike chargers"), ("儿童玩具", "toys"), ("桶装水", "bottled water in drums"), ("月饼礼盒", "gift boxes"),
    ("燃气软管", "gas hoses"), ("羽绒被", "down quilts"), ("烤肠", "sausages"), ("净水器滤芯", "filter cartridges"), ("头盔", "helmets"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """A small story: headlines and sentences with gaps, for both languages. `fill` names the list for {x}."""

    slug: str
    beat: str
    fill: str
    papers: tuple[int, int]
    zh_heads: tuple[str, ...]
    zh_facts: tuple[str, ...]
    en_heads: tuple[str, ...]
    en_facts: tuple[str, ...]


PATTERNS = (
    Pattern("roadworks", "traffic", "places", (2, 4),
        ("{x}下周起封闭施工", "{x}修路 车辆请绕行"),
        ("{x}因雨污分流改造将封闭半幅路面，工期{n}天。", "施工期间公交{b}路改道，临时站牌已设置。", "夜间十点后停止高噪声作业，沿街商户可从北侧便道进出。"),
        ("{x} to close for drain works", "Diversion as {x} is dug up"),
        ("Half of {x} closes for {n} days while rain and foul drains are separated.", "Bus {b} takes another route and temporary stops are signed.", "Noisy work ends at ten at night and shops stay open from the north side.")),
    Pattern("power", "life", "places", (1, 3),
        ("{x}一带昨晚停电{n}分钟", "{x}突发停电 已恢复"),
        ("昨晚{x}附近一台配电变压器跳闸，约{m}户停电。", "供电人员{n}分钟后恢复供电，原因是小动物进入设备。", "居民建议老旧线路尽早更换。"),
        ("Power cut of {n} minutes near {x}", "Lights back on around {x}"),
        ("A transformer near {x} tripped last night and left about {m} homes dark.", "Power was back after {n} minutes; a small animal had got into the equipment.", "Neighbours ask for the old cables to be replaced.")),
    Pattern("show", "life", "crafts", (1, 4),
        ("{x}展本周末开幕", "市民中心办{x}展 免费参观"),
        ("{x}展将在市民中心举行，展出作品{m}件，免费开放。", "现场有手艺人演示，孩子可以动手体验。", "展期{n}天，周一闭馆。"),
        ("Exhibition of {x} opens this weekend", "Free {x} show at the civic centre"),
        ("An exhibition of {x} with {m} pieces opens at the civic centre, free of charge.", "Makers show how it is done and children may try.", "It runs for {n} days and is closed on Mondays.")),
    Pattern("school-prize", "school", "schools", (1, 3),
        ("{x}学生获机器人竞赛一等奖", "{x}代表队载誉归来"),
        ("{x}代表队在全省青少年机器人竞赛中获一等奖。", "{few}名队员利用放学后的时间准备了{few}周。", "学校将开放实验室，让更多学生参加。"),
        ("Robot prize for {x}", "{x} team comes home with first prize"),
        ("The team of {x} won first prize at the provincial robot contest.", "Its {few} members prepared for {few} weeks after lessons.", "The school will open its workshop to more pupils.")),
    Pattern("goods-check", "money", "goods", (2, 4),
        ("{x}抽检：{n}批次不合格", "市场监管公布{x}抽查结果"),
        ("市场监管部门抽查{x}{m}批次，{n}批次不合格。", "不合格产品已下架，经营者须在十五日内改正。", "消费者可凭票据要求退货，投诉电话12315。"),
        ("{n} batches of {x} fail the test", "Market office publishes checks of {x}"),
        ("Of {m} batches of {x} that were tested, {n} failed.", "They are off the shelves and sellers have fifteen days to put things right.", "Buyers may return them with the receipt; the complaints line is 12315.")),
    Pattern("crash", "traffic", "places", (1, 3),
        ("{x}三车追尾 一度拥堵{n}分钟", "{x}发生追尾事故"),
        ("今晨{x}发生三车追尾，{few}人轻伤，送医后无大碍。", "交警{n}分钟内疏通道路。", "事故因跟车过近引起，交警提醒雨天减速。"),
        ("Three cars collide at {x}", "Morning crash slows traffic at {x}"),
        ("Three cars ran into each other at {x} this morning; {few} people were slightly hurt.", "Police cleared the road within {n} minutes.", "The cars were too close together; officers ask drivers to slow down in the wet.")),
    Pattern("park", "life", "places", (1, 3),
        ("{x}口袋公园建成开放", "{x}添了一处口袋公园"),
        ("{x}口袋公园建成，面积{m}平方米，种树{n}棵。", "公园里有儿童滑梯、棋桌和无障碍坡道。", "社区居民投票选定了设计方案。"),
        ("Pocket park opens at {x}", "A small new park for {x}"),
        ("A pocket park of {m} square metres with {n} trees has opened at {x}.", "It has a slide, chess tables and a ramp for wheelchairs.", "Neighbours chose the design by vote.")),
    Pattern("bus", "traffic", "places", (1, 3),
        ("公交{b}路延伸至{x}", "{x}居民盼来公交"),
        ("下周一起公交{b}路延伸至{x}，全程{n}站。", "首班六时十分，末班二十一时三十分。", "居民此前要步行二十分钟到最近的车站。"),
        ("Bus {b} to run as far as {x}", "A bus at last for {x}"),
        ("From Monday bus {b} goes on to {x}, {n} stops in all.", "The first bus leaves at 6:10 and the last at 21:30.", "People there had walked twenty minutes to the nearest stop.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Daily:
    """A piece that comes again and again with other numbers, or one that stands alone."""

    slug: str
    beat: str
    zh_head: str
    zh_text: str
    en_head: str
    en_text: str


#: Templated bulletins: the same words each day, other numbers. Folding must never take them for copies.
BULLETINS = (
    Daily("weather", "weather", "{date}天气：{sky}，{low}到{high}度", "今天{sky}，最低气温{low}度，最高气温{high}度，东北风{few}级，相对湿度{n}%。", "Weather for {date}: {low} to {high} degrees", "Today {low} to {high} degrees, north-easterly wind force {few}, humidity {n} per cent."),
    Daily("water-quality", "water", "{date}出厂水水质公告", "三座水厂出厂水浑浊度{dec}，余氯{dec2}，菌落总数未检出，合格率100%。今日供水{m}千吨。", "Water quality on {date}", "Turbidity {dec}, chlorine {dec2}, no colonies; {m} thousand tonnes supplied; 100 per cent within limits."),
    Daily("prices", "money", "{date}菜价：白菜每斤{dec2}元", "今日批发市场白菜每斤{dec2}元，鸡蛋每斤{dec}元，上市量{m}吨。", "Market prices on {date}: cabbage at {dec2}", "Cabbage {dec2} a jin, eggs {dec}, {m} tonnes brought to the wholesale market."),
)  # fmt: skip

SINGLES = (
    Daily("talk", "school", "{school}举办讲座：{topic}", "{school}邀请校外学者谈{topic}，{m}名师生到场，问答持续了{n}分钟。", "Talk at {school}: {topic}", "A visiting scholar spoke at {school} on {topic}; {m} came and the questions took {n} minutes."),
    Daily("volunteer", "life", "{n}名志愿者清理{x}", "周末{n}名志愿者在{x}捡拾垃圾{m}公斤，最小的八岁。", "{n} volunteers clean up {x}", "At the weekend {n} volunteers gathered {m} kg of litter at {x}; the youngest was eight."),
    Daily("lost", "life", "{x}拾到{thing}一件 等失主认领", "热心市民在{x}拾到{thing}，已交社区服务站，失主可带证明领取。", "Found at {x}: {thing_en}", "Somebody handed in {thing_en} found at {x}; the owner may collect it at the service point."),
    Daily("craft", "life", "{craft}进社区 {n}个孩子学做手工", "{x}社区请来手艺人教{craft}，{n}个孩子完成了第一件作品。", "{n} children learn {craft_en}", "A maker taught {craft_en} at {x} and {n} children took home their first piece."),
    Daily("match", "life", "社区篮球赛：{x}队胜{n}分", "昨晚的社区篮球赛中{x}队以{n}分优势取胜，观众{m}人。", "Basketball: {x} win by {n}", "The team of {x} won last night's game by {n} points before {m} people."),
    Daily("clinic-day", "health", "{x}义诊：量血压、查视力", "本周{x}义诊服务居民{m}人，医生提醒秋冬注意心脑血管。", "Free check-ups at {x}", "Doctors saw {m} people at {x} this week and reminded them to mind their blood pressure."),
    Daily("firm", "money", "{x}一家企业新增岗位{m}个", "位于{x}的一家装备企业扩产，新增岗位{m}个，{few}成面向本地。", "{m} new jobs at {x}", "A maker of machinery at {x} is growing and offers {m} jobs."),
    Daily("road-tip", "traffic", "{x}路口信号灯调整", "{x}路口左转绿灯延长{b}秒，行人过街一次放行。", "Longer green light at {x}", "The left-turn light at {x} is {b} seconds longer and pedestrians cross in one go."),
    Daily("council", "city", "市里研究{topic}", "有关部门昨天研究{topic}，要求{few}周内拿出时间表。", "Council looks at {topic}", "The council discussed {topic} and wants a timetable within {few} weeks."),
    Daily("flu", "health", "流感监测：{n}家门诊就诊比例{dec}%", "本周{n}家监测门诊流感样病例占{dec}%，医生建议老人儿童接种疫苗。", "Flu watch: {dec} per cent at {n} clinics", "Flu-like illness made up {dec} per cent of visits at {n} clinics this week."),
    Daily("letter-water", "water", "留言答复：{x}水压偏低", "网友询问{x}晚高峰水压偏低，水务局答复：加压泵正在更换，预计{n}天完成。", "Answer to a question: low pressure at {x}", "Asked about low pressure at {x} in the evening, the bureau said that pumps are being replaced within {n} days."),
    Daily("drain", "water", "{x}清淤完成 清出淤泥{m}立方米", "{x}排水管道清淤完成，共清出淤泥{m}立方米，更换井盖{n}个。", "Drains at {x} cleared", "{m} cubic metres of silt were taken out of the drains at {x} and {n} covers replaced."),
)  # fmt: skip

TOPICS = (
    ("老旧小区加装电梯", "lifts for old houses"), ("校车安全", "school bus safety"), ("夜间经济", "evening shopping"), ("河道治理", "cleaner rivers"),
    ("垃圾分类", "sorting of waste"), ("人工智能与就业", "machines and work"), ("古籍修复", "mending old books"), ("城市树木", "trees in the city"),
    ("海水淡化", "fresh water from the sea"), ("方言保护", "local speech"), ("青年住房", "homes for young people"), ("旧厂房改造", "new uses for mills"),
    ("公共自行车", "shared bicycles"), ("冬季供暖", "heating in winter"), ("社区食堂", "neighbourhood kitchens"), ("防灾演练", "disaster drills"),
)  # fmt: skip
THINGS = (
    ("黑色双肩包", "a black rucksack"), ("老花镜", "reading glasses"), ("儿童自行车", "a child's bicycle"), ("银色保温杯", "a silver flask"),
    ("一串钥匙", "a bunch of keys"), ("红色雨伞", "a red umbrella"), ("助听器", "a hearing aid"), ("一只鹦鹉", "a parrot"),
)  # fmt: skip
