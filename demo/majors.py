"""The big stories of the two weeks. Each fact has two wordings; every paper picks and orders its own."""

from dataclasses import dataclass

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One story in one language."""

    heads: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Major:
    """A story with its waves: (day, hour, papers that write, from which fact on). Day 0 is the oldest of 14."""

    slug: str
    beat: str
    waves: tuple[tuple[int, int, int, int], ...]
    zh: Tongue
    en: Tongue


MAJORS = (
    Major(
        "burst-main",
        "water",
        (
            (12, 21, 2, 0),
            (12, 22, 5, 0),
            (13, 0, 4, 1),
            (13, 6, 9, 1),
            (13, 8, 12, 2),
            (13, 10, 12, 3),
            (13, 12, 11, 4),
        ),
        Tongue(
            (
                "东桥片区主供水管爆裂 约两万户停水",
                "城东大面积停水：东桥路主管道破裂",
                "东桥路水管爆裂，抢修人员连夜作业",
                "停水十余小时，城东居民提桶等水",
                "东桥停水何时恢复？水务局：预计今晚",
            ),
            (
                (
                    "昨晚九时许，东桥路与槐荫街口一根直径800毫米的主供水管爆裂，路面涌水。",
                    "一根埋设多年的主供水管昨夜在东桥路槐荫街口破裂，水柱冲出路面。",
                ),
                (
                    "城东片区约两万户居民用水受影响，部分高层完全断水。",
                    "受影响用户约两万户，东桥、槐荫、柳岸三个社区的高层住宅无水可用。",
                ),
                (
                    "水务局出动三支抢修队，已关闭上下游阀门，正在开挖。",
                    "抢修队伍连夜关阀、排水、开挖，现场拉起警戒线。",
                ),
                (
                    "六个临时供水点设在东桥小学、槐荫菜场等处，送水车每两小时一班。",
                    "临时取水点增至六处，送水车往返于东桥小学和槐荫菜场之间。",
                ),
                (
                    "东桥小学今日供餐改为送餐，附近两家医院启用备用水源。",
                    "受停水影响，两家医院改用备用水源，东桥小学午餐由外校配送。",
                ),
                (
                    "不少居民询问为何没有提前通知，以及水费是否减免。",
                    "居民最关心的是何时来水、为何没有短信通知、停水期间的水费怎么算。",
                ),
                (
                    "抢修指挥部表示，新管段已经吊装，预计今晚恢复供水，恢复初期可能短时发黄。",
                    "据抢修现场消息，新管已就位，今晚有望通水，初期水色可能略黄，放水片刻即可。",
                ),
            ),
        ),
        Tongue(
            (
                "Burst main on Dongqiao Road leaves 20,000 homes without water",
                "Water off across the east of the city after main breaks",
                "Crews work through the night on burst Dongqiao main",
                "Residents queue with buckets as Dongqiao outage drags on",
                "When will the water be back? Bureau says tonight",
            ),
            (
                (
                    "An 800 mm water main burst at Dongqiao Road and Huaiyin Street shortly after nine last night.",
                    "A decades-old main gave way on Dongqiao Road at Huaiyin Street last night, sending water over the carriageway.",
                ),
                (
                    "About 20,000 households in the east of the city are affected; upper floors have no water at all.",
                    "Some 20,000 homes in the Dongqiao, Huaiyin and Liu'an neighbourhoods have low pressure or none.",
                ),
                (
                    "Three repair crews have closed the valves on either side and are digging down to the pipe.",
                    "Repair crews closed valves, pumped the trench dry and began to dig during the night.",
                ),
                (
                    "Six standpipes were set up, among them at Dongqiao primary school and Huaiyin market; tankers come every two hours.",
                    "Tankers serve six temporary water points, with Dongqiao primary school and Huaiyin market the busiest.",
                ),
                (
                    "Two hospitals have switched to their reserve supply and the school is having lunch brought in.",
                    "Hospitals nearby run on reserve water and Dongqiao primary school is serving packed lunches.",
                ),
                (
                    "Residents ask why there was no text message and whether bills will be reduced.",
                    "Why no warning, how long, and who pays: those are the questions at the standpipes.",
                ),
                (
                    "The new pipe section is in place and supply should return tonight, the control room said; water may look yellow at first.",
                    "Supply is expected back this evening, with some discoloured water in the first minutes, according to the site office.",
                ),
            ),
        ),
    ),
    Major(
        "smell-rumour",
        "water",
        (
            (7, 19, 1, 0),
            (7, 21, 2, 0),
            (8, 8, 5, 0),
            (8, 11, 8, 1),
            (8, 16, 7, 2),
            (9, 9, 8, 3),
            (9, 15, 4, 4),
            (10, 10, 3, 5),
        ),
        Tongue(
            (
                "网传自来水有异味“不能喝”，真相如何",
                "南岸居民反映自来水有土腥味",
                "自来水异味传言扩散，超市瓶装水一度售空",
                "水质监测中心：南岸出厂水各项指标合格",
                "专家解读：土腥味从何而来",
            ),
            (
                (
                    "一段称南岸自来水“被污染、不能喝”的文字在网上流传。",
                    "南岸多个小区群里流传一条消息，称自来水受污染。",
                ),
                (
                    "有居民说水烧开后仍有土腥味，担心老人孩子的健康。",
                    "不少居民反映近两天水里有泥土味，烧开后也没有完全消失。",
                ),
                (
                    "南岸两家超市的瓶装水前晚一度售空，昨日已补货。",
                    "受传言影响，南岸部分超市瓶装水脱销，供应商连夜补货。",
                ),
                (
                    "水质监测中心对南岸十二个点位取样，浑浊度、余氯和微生物指标均合格。",
                    "十二个采样点的检测结果公布：四十三项指标全部符合国家标准。",
                ),
                (
                    "异味来自水库藻类代谢产生的土臭素，浓度极低，不影响健康，水厂已投加活性炭。",
                    "监测中心解释，土臭素嗅阈值很低，气温升高时藻类增多容易出现，水厂已加大活性炭投加量。",
                ),
                (
                    "水厂称两三天内异味会消退，每日检测结果将在官网公布。",
                    "未来一周，南岸水质检测结果每天上午十点在官网公布。",
                ),
            ),
        ),
        Tongue(
            (
                "Tap water rumour in Nan'an: what is known so far",
                "South bank residents report an earthy smell from taps",
                "Bottled water sells out as tap water rumour spreads",
                "Water quality centre: all Nan'an samples within limits",
                "Why tap water can smell of earth in a warm week",
            ),
            (
                (
                    "A message saying that tap water in Nan'an is contaminated has been passed around since last night.",
                    "Residents of the south bank have been sharing a claim that their water is polluted.",
                ),
                (
                    "Several households say boiled water still smells of earth and worry about children.",
                    "People in several blocks describe an earthy smell that boiling does not quite remove.",
                ),
                (
                    "Two supermarkets ran out of bottled water for some hours; shelves have since been filled.",
                    "Bottled water was briefly sold out in parts of Nan'an after the claim spread.",
                ),
                (
                    "The water quality centre took samples at twelve points; turbidity, chlorine and bacteria are within limits.",
                    "Results from twelve sampling points show all forty-three parameters within the national standard.",
                ),
                (
                    "The smell comes from geosmin, made by algae in the reservoir; the works now dose activated carbon.",
                    "Geosmin from algae is the likely cause: harmless, but noticeable at tiny concentrations. More activated carbon is being added.",
                ),
                (
                    "The smell should fade within three days and results will be published every morning at ten.",
                    "Daily results go online at ten each morning for a week, and the smell is expected to fade.",
                ),
            ),
        ),
    ),
    Major(
        "tariff",
        "money",
        ((2, 9, 4, 0), (2, 15, 5, 1), (3, 10, 4, 2), (5, 10, 3, 3), (11, 10, 3, 4)),
        Tongue(
            (
                "居民水价拟调整 公开征求意见",
                "阶梯水价方案公布：第一阶梯每吨拟涨两角",
                "水价听证会将于下月举行",
                "算一算：新水价下一户家庭多付多少",
            ),
            (
                (
                    "市发展改革部门公布居民用水价格调整方案，向社会征求意见三十天。",
                    "居民阶梯水价调整征求意见稿今天公布，意见可在三十天内提交。",
                ),
                (
                    "方案提出第一阶梯由每吨二元六角调至二元八角，第二、三阶梯同步调整。",
                    "按方案，第一阶梯每吨上调两角，八成家庭在这一阶梯内。",
                ),
                (
                    "低保和特困家庭每月有五吨免费水量，多人口家庭可申请增加阶梯水量。",
                    "困难家庭继续享受每月五吨免费用水，五口以上家庭可申请放宽阶梯。",
                ),
                (
                    "听证会参加人名额和报名办法已公布，消费者代表不少于五分之二。",
                    "听证会下月召开，消费者代表占五分之二，通过报名随机抽取。",
                ),
                (
                    "有意见认为应先公布供水成本监审结果，再谈涨价。",
                    "征集到的意见中，提得最多的是先公开成本监审报告。",
                ),
            ),
        ),
        Tongue(
            (
                "Household water price to change: public comment opens",
                "Proposed water tariff: 20 fen more a tonne in the first band",
                "Hearing on water price set for next month",
                "What the new water tariff would cost a family",
            ),
            (
                (
                    "The development office has published a proposal for household water prices and asks for comments for thirty days.",
                    "Thirty days of public comment began today on a new block tariff for household water.",
                ),
                (
                    "The first band would rise from 2.6 to 2.8 yuan a tonne, and the other two in step.",
                    "Four in five households fall in the first band, which would cost 20 fen more a tonne.",
                ),
                (
                    "Families on benefits keep five free tonnes a month; large households may ask for a wider band.",
                    "Five free tonnes for families in need stay, and households of five or more may apply for more.",
                ),
                (
                    "Two fifths of the seats at the hearing go to consumers, drawn from those who sign up.",
                    "Consumers will hold at least two fifths of the seats at next month's hearing.",
                ),
                (
                    "Many comments ask for the audited cost of supply before any rise.",
                    "The request heard most often: publish the audited cost first.",
                ),
            ),
        ),
    ),
    Major(
        "storm",
        "city",
        ((4, 14, 4, 0), (4, 18, 8, 1), (4, 21, 9, 2), (5, 7, 9, 3), (5, 12, 5, 4), (6, 9, 3, 5)),
        Tongue(
            (
                "强降雨今夜抵达 市气象台发布橙色预警",
                "暴雨来袭，城区多处积水",
                "六处下穿通道封闭，三条公交线路绕行",
                "雨停之后：积水点全部排空",
                "河东泵站满负荷运行，防汛人员彻夜值守",
            ),
            (
                (
                    "受强对流云团影响，今夜到明天本市有大到暴雨，最大小时雨量可达六十毫米。",
                    "市气象台预计今夜起出现暴雨，局地小时雨强六十毫米，提醒市民减少外出。",
                ),
                (
                    "截至昨晚八时，城区十四处路段积水，最深处约四十厘米。",
                    "城区十四个路段出现积水，铁路桥下最深约四十厘米。",
                ),
                (
                    "六处下穿通道封闭，3路、17路、22路公交绕行。",
                    "交警封闭六处下穿通道，三条公交线路临时改道。",
                ),
                (
                    "河东、柳岸两座泵站满负荷运行，出动移动泵车九台。",
                    "防汛人员调派九台移动泵车，河东泵站全部机组开启。",
                ),
                (
                    "到今晨六时，主要道路积水已排空，未接到人员伤亡报告。",
                    "清晨六时，十四处积水全部排干，暂无人员伤亡报告。",
                ),
                (
                    "两处老旧小区地下车库进水，街道正在协助清理和登记损失。",
                    "柳岸里和槐荫里两个小区地下车库进水，损失登记工作已经开始。",
                ),
            ),
        ),
        Tongue(
            (
                "Orange warning as heavy rain nears the city",
                "Cloudburst floods streets in the centre",
                "Six underpasses shut, three bus lines diverted",
                "Streets clear again after night of rain",
                "Pumping stations at full load through the night",
            ),
            (
                (
                    "Up to 60 mm of rain in an hour is possible tonight, the weather office says.",
                    "Forecasters issued an orange warning: heavy rain from tonight, locally 60 mm an hour.",
                ),
                (
                    "Fourteen stretches of road were under water by eight, the deepest about 40 cm.",
                    "By eight in the evening water stood on fourteen roads, some 40 cm deep at the railway bridge.",
                ),
                (
                    "Six underpasses are closed and bus lines 3, 17 and 22 are diverted.",
                    "Police shut six underpasses; three bus lines take other routes.",
                ),
                (
                    "Nine mobile pumps are out and the Hedong and Liu'an stations run at full load.",
                    "Crews sent nine mobile pumps to the worst places while Hedong station ran every unit.",
                ),
                (
                    "All main roads were clear by six in the morning and no injuries are reported.",
                    "By dawn the water was gone from all fourteen roads; nobody was reported hurt.",
                ),
                (
                    "Two underground car parks were flooded and losses are being recorded.",
                    "Car parks under two older estates took in water; the district helps to list the damage.",
                ),
            ),
        ),
    ),
    Major(
        "canteen",
        "school",
        ((3, 16, 2, 0), (3, 19, 4, 0), (4, 9, 5, 1), (5, 16, 3, 2), (8, 14, 3, 3)),
        Tongue(
            (
                "第七中学十余名学生腹泻 校方送医",
                "七中食堂停业接受检查",
                "七中食堂检查结果公布：冷藏柜温度不达标",
                "家长代表走进学校厨房",
            ),
            (
                (
                    "第七中学十三名学生午餐后出现腹痛腹泻，送医后情况平稳。",
                    "昨日午后，七中十三名学生因肠胃不适就医，均无大碍。",
                ),
                ("学校食堂已暂停供餐，食品留样送检。", "涉事食堂停业，留样食品正在化验。"),
                (
                    "检查发现一台冷藏柜温度偏高，凉拌菜存放超时。",
                    "监管部门查明，凉拌菜在温度不达标的冷柜里放置过久。",
                ),
                (
                    "七中公布整改清单，家长代表每周可进厨房查看一次。",
                    "学校邀请家长代表每周进厨房，整改十二项已完成十项。",
                ),
            ),
        ),
        Tongue(
            (
                "Thirteen pupils ill after lunch at No. 7 school",
                "School canteen closed for checks",
                "Warm fridge behind school illness, inspectors say",
                "Parents invited into school kitchen",
            ),
            (
                (
                    "Thirteen pupils of No. 7 Middle School were taken to hospital with stomach pains; all are stable.",
                    "Stomach illness sent thirteen pupils of No. 7 Middle School to hospital yesterday afternoon.",
                ),
                (
                    "The canteen has stopped serving and food samples are being tested.",
                    "Samples of the lunch are at the laboratory and the canteen stays shut.",
                ),
                (
                    "Inspectors found a fridge above its limit and cold dishes kept too long.",
                    "Cold dishes stood too long in a fridge that was too warm, the inspection found.",
                ),
                (
                    "Ten of twelve points are put right, and parents may visit the kitchen every week.",
                    "Parents will look into the kitchen once a week while the last two points are put right.",
                ),
            ),
        ),
    ),
    Major(
        "line-five",
        "traffic",
        ((1, 9, 5, 0), (1, 14, 5, 1), (6, 10, 4, 2), (10, 9, 4, 3), (12, 9, 3, 3)),
        Tongue(
            (
                "地铁五号线下月试运行",
                "五号线首末班时间公布",
                "五号线票价：起步二元",
                "五号线开放市民试乘 名额一小时约满",
            ),
            (
                (
                    "地铁五号线全长二十三公里，设车站十八座，下月初试运行。",
                    "连接云汀北站和大学城的五号线将于下月试运行，全线十八站。",
                ),
                (
                    "首班车六时，末班车二十三时，高峰间隔五分钟。",
                    "五号线高峰期每五分钟一班，末班车延至夜里十一点。",
                ),
                ("起步价二元，与现有四条线路换乘优惠相同。", "票价沿用现行办法，起步二元，换乘连续计价。"),
                (
                    "首批五千个试乘名额一小时内约满，第二批本周五开放。",
                    "试乘预约火爆，五千个名额一小时抢空。",
                ),
            ),
        ),
        Tongue(
            (
                "Metro line 5 to open for trial service next month",
                "First and last trains of line 5 announced",
                "Line 5 fares start at two yuan",
                "Trial rides on line 5 booked out in an hour",
            ),
            (
                (
                    "Line 5 runs 23 km with eighteen stations and starts trial service early next month.",
                    "The line from Yunting North to the university town has eighteen stations and opens on trial next month.",
                ),
                (
                    "Trains run from six to eleven at night, every five minutes at peak times.",
                    "Every five minutes in the rush hour, last train at eleven: the timetable of line 5 is out.",
                ),
                (
                    "Fares begin at two yuan, with the same transfers as on the four lines there are.",
                    "Two yuan to start, and changing lines costs nothing extra.",
                ),
                (
                    "Five thousand places for trial rides went within an hour; more follow on Friday.",
                    "All five thousand trial rides were taken in an hour.",
                ),
            ),
        ),
    ),
    Major(
        "clinic",
        "health",
        ((5, 9, 3, 0), (6, 15, 4, 1), (9, 9, 3, 2)),
        Tongue(
            ("市妇幼保健院新院区启用", "夜间儿科门诊开到零点", "妇幼保健院停车位增至六百个"),
            (
                (
                    "市妇幼保健院柳岸新院区今天启用，床位三百张。",
                    "柳岸新院区开诊，市妇幼保健院床位增加到三百张。",
                ),
                ("夜间儿科门诊延长到零点，急诊全天开放。", "家长夜里带孩子看病更方便：儿科夜诊开到零点。"),
                ("新院区停车位六百个，公交17路设站。", "17路公交在新院区门口设站，地下停车位六百个。"),
            ),
        ),
        Tongue(
            (
                "New wing of women's and children's hospital opens",
                "Children's night clinic stays open until midnight",
                "Six hundred parking spaces at the new hospital",
            ),
            (
                (
                    "The Liu'an wing of the women's and children's hospital opened today with 300 beds.",
                    "Three hundred beds: the new Liu'an wing received its first patients.",
                ),
                (
                    "The children's night clinic now runs until midnight; emergencies are seen at all hours.",
                    "Parents can see a paediatrician until midnight at the new wing.",
                ),
                (
                    "Bus 17 stops at the door and there are 600 parking spaces.",
                    "Six hundred parking spaces and a stop of bus 17 serve the new wing.",
                ),
            ),
        ),
    ),
    Major(
        "bridge",
        "traffic",
        ((0, 10, 4, 0), (3, 9, 3, 1), (9, 17, 3, 2), (11, 9, 4, 3)),
        Tongue(
            (
                "望江大桥维修 半幅封闭四十天",
                "望江大桥施工首周早高峰拥堵",
                "望江大桥工期提前五天",
                "望江大桥今起双向通车",
            ),
            (
                (
                    "望江大桥桥面维修，半幅封闭，工期四十天，货车绕行北环。",
                    "为更换伸缩缝，望江大桥半幅封闭施工，货车须绕行北环路。",
                ),
                (
                    "早高峰通过大桥平均多花十八分钟，交警增派警力疏导。",
                    "施工首周，过桥时间平均增加十八分钟。",
                ),
                (
                    "因天气有利，伸缩缝更换提前完成，工期缩短五天。",
                    "施工单位称伸缩缝已全部更换，比计划提前五天。",
                ),
                (
                    "望江大桥恢复双向四车道通行，夜间仍有零星收尾施工。",
                    "大桥双向四车道恢复，夜间收尾不影响通行。",
                ),
            ),
        ),
        Tongue(
            (
                "Half of Wangjiang Bridge closed for forty days",
                "Bridge works add eighteen minutes to the morning",
                "Wangjiang Bridge works five days ahead",
                "Wangjiang Bridge open both ways again",
            ),
            (
                (
                    "One half of Wangjiang Bridge is closed for forty days of deck repairs; lorries use the north ring.",
                    "Expansion joints are being replaced on Wangjiang Bridge, which keeps one half shut for forty days.",
                ),
                (
                    "Crossing takes eighteen minutes longer in the morning, and more officers direct traffic.",
                    "The first week of works cost drivers eighteen minutes on average.",
                ),
                (
                    "Dry weather let the joints be finished early and cut five days from the plan.",
                    "All joints are in, five days sooner than planned.",
                ),
                (
                    "Four lanes are open again; some night work remains.",
                    "Traffic runs on all four lanes, with small works left for the nights.",
                ),
            ),
        ),
    ),
)
