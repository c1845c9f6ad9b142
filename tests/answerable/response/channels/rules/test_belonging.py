"""What belongs to the body, and what never enters the register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.response.channels.rules.belonging import (
    REFUSAL_WORDS,
    Claim,
    Holder,
    Refusal,
    holds_password,
    is_personal_address,
    named_after,
    refusals,
)


def claim(**changes) -> Claim:
    return Claim(
        **{"holder": Holder.BODY, "name": "Water Bureau", "address": "https://water.example/", **changes}
    )


def test_a_channel_of_the_body_is_taken():
    assert refusals(claim(texts=("News for everybody who uses our water.",))) == ()
    assert (
        refusals(claim(name="东桥水务发布", address="dongqiao_water", texts=("发布通知，回应群众关切。",)))
        == ()
    )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"holder": Holder.PERSON}, Refusal.PERSON),
        ({"holder": Holder.OTHER}, Refusal.OTHER),
        ({"staff": ("Emil Novak",)}, Refusal.NAMED_AFTER),
        ({"address": "https://user.qzone.qq.com/12345"}, Refusal.PERSONAL_ADDRESS),
        ({"address": "https://www.facebook.com/profile.php?id=1000123"}, Refusal.PERSONAL_ADDRESS),
        ({"address": "https://linkedin.com/in/emil"}, Refusal.PERSONAL_ADDRESS),
        ({"address": "wxid_ab12cd34ef"}, Refusal.PERSONAL_ADDRESS),
        ({"address": "emil.novak@gmail.com"}, Refusal.PERSONAL_ADDRESS),
        ({"address": "13812345678"}, Refusal.PERSONAL_ADDRESS),
        ({"texts": ("Call 13812345678",)}, Refusal.REACHES_PERSON),
        ({"texts": ("password: Sunny-day7",)}, Refusal.PASSWORD),
    ],
)
def test_what_is_not_the_bodys_is_refused_with_a_sentence(changes, refusal):
    assert refusal in refusals(claim(**changes))
    assert len(str(REFUSAL_WORDS[refusal])) > 30


@given(
    st.text(min_size=1, max_size=60),
    st.sampled_from([Holder.PERSON, Holder.OTHER]),
    st.text(max_size=60),
)
def test_nothing_that_somebody_else_holds_ever_enters(name, holder, address):
    assert refusals(claim(name=name, address=address, holder=holder))


@pytest.mark.parametrize(
    "text",
    [
        "密码：Shui2026",
        "登录密码是abc12345",
        "口令=7788zz",
        "The password is hunter22",
        "pwd: qwerty-1",
        "passcode 'A1B2C3'",
        "验证码 884213",
        "for the new one: kT9#vLq2!x",
    ],
)
def test_words_that_look_like_a_password_are_seen(text):
    assert holds_password(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Change the password on the platform the day the keeper leaves.",
        "管理人员变动当日交接并更换密码。",
        "密码由管理员一人保管，不得外传",
        "See https://water.example/A1-b2?x=3#Top",
        "Filing number 沪网备〔2026〕12号",
        "Opened on 2026-03-02 (W-2026-01)",
        "The passport office moved.",
    ],
)
def test_ordinary_words_are_no_password(text):
    assert not holds_password(text)


def test_a_newsletter_is_sent_from_the_bodys_own_domain():
    assert not is_personal_address("news@water.example")
    assert is_personal_address("waterbureau@qq.com")


def test_names_of_one_sign_say_nothing():
    assert named_after("Emil Novak explains", ["Emil Novak", "E"]) == ("Emil Novak",)
