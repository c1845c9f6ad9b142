"""Questions that ship with the product, in both languages: about services and about how the house works."""

from answerable.governance.questionnaires.rules.questions import Question, Sort

#: Each asks about a service, an answer or a way of working; none about what somebody thinks or is.
SHIPPED: dict[str, tuple[Question, ...]] = {
    "en": (
        Question(Sort.SCALE, "How easy was it to find the answer you needed?", ("very hard", "very easy"), 5),
        Question(Sort.SINGLE, "Did our answer settle your matter?", ("yes", "partly", "no")),
        Question(Sort.SCALE, "How easy to understand was the answer?", ("not at all", "very"), 5),
        Question(
            Sort.SINGLE, "Was the answer there when you needed it?", ("in time", "late", "there was none")
        ),
        Question(
            Sort.SEVERAL,
            "Where do you look for announcements of the bureau?",
            ("our site", "our accounts", "newsletters", "notice boards", "neighbours"),
        ),
        Question(
            Sort.SCALE, "How clear is it to you what you have to file, and when?", ("unclear", "clear"), 5
        ),
        Question(
            Sort.SEVERAL,
            "Which demands cost time without use?",
            ("the same figures twice", "screenshots as evidence", "meetings", "reports nobody reads"),
        ),
        Question(Sort.SINGLE, "Do you know whom to call when a concern comes up?", ("yes", "no")),
        Question(Sort.TEXT, "What should we put right first?"),
    ),
    "zh-hans": (
        Question(Sort.SCALE, "您查找所需答复是否方便？", ("很不方便", "很方便"), 5),
        Question(Sort.SINGLE, "我们的答复是否解决了您的问题？", ("解决了", "部分解决", "没有解决")),
        Question(Sort.SCALE, "答复是否通俗易懂？", ("很难懂", "很易懂"), 5),
        Question(Sort.SINGLE, "您需要时答复是否已经发布？", ("及时", "偏晚", "没有发布")),
        Question(
            Sort.SEVERAL,
            "您通过哪些渠道了解本单位信息？",
            ("门户网站", "政务新媒体账号", "简报", "公告栏", "邻里转告"),
        ),
        Question(Sort.SCALE, "您是否清楚自己应报送什么、何时报送？", ("不清楚", "很清楚"), 5),
        Question(Sort.SEVERAL, "哪些要求费时而无实效？", ("重复填报", "截图留痕", "会议", "无人看的材料")),
        Question(Sort.SINGLE, "遇到群众关切时，您是否知道联系谁？", ("知道", "不知道")),
        Question(Sort.TEXT, "您认为首先应改进什么？"),
    ),
}
