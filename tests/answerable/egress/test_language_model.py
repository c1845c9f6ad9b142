"""A language model is asked over its chat interface; whatever else comes back is an error with a sentence."""

import json

import pytest

from answerable.egress import EgressPolicy
from answerable.egress.errors import BadAnswer, EgressError, NotAccepted
from answerable.egress.gate import HostGate
from answerable.egress.language_model import LanguageModel, ask_model
from tests.battery.loopback import LoopbackServer, answer, serving

POLICY = EgressPolicy(gate=HostGate(gap_s=0))
ASKED = "/v1/chat/completions"


def said(words: object) -> bytes:
    return answer(json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode())


def ask(server: LoopbackServer, key: str = "") -> str:
    return ask_model(LanguageModel(server.url("/v1"), "small", key), "Be plain.", "积水 12 处", POLICY)


def test_the_question_goes_out_and_the_words_come_back() -> None:
    with serving({ASKED: said("共有积水12处。")}) as server:
        assert ask(server, "k-123") == "共有积水12处。"
        head, _, body = server.asked[0].partition(b"\r\n\r\n")
    assert b"authorization: bearer k-123" in head.lower()
    sent = json.loads(body)
    assert [one["content"] for one in sent["messages"]] == ["Be plain.", "积水 12 处"]
    assert sent["model"] == "small"


def test_without_a_key_none_is_sent() -> None:
    with serving({ASKED: said("x")}) as server:
        ask(server)
        assert b"authorization" not in server.asked[0].lower()


@pytest.mark.parametrize(
    "back",
    [answer(b"<html>"), answer(b"[]"), answer(b'{"choices": []}'), said(None), said(["x"]), said("  ")],
    ids=["no json", "a list", "no choice", "nothing", "no text", "blank"],
)
def test_an_answer_without_words_is_said_to_be_one(back: bytes) -> None:
    with serving({ASKED: back}) as server, pytest.raises(BadAnswer, match="no words of a model"):
        ask(server)


def test_the_key_is_not_carried_to_another_place() -> None:
    with serving() as elsewhere:
        moved = answer(status="307 Moved", Location=elsewhere.url("/v1/chat/completions"))
        with serving({ASKED: moved}) as server, pytest.raises(EgressError):
            ask(server, "k-123")
        assert elsewhere.connections == 0


def test_a_refusal_is_told_with_its_status() -> None:
    with serving({ASKED: answer(status="401 No")}) as server, pytest.raises(NotAccepted, match="401"):
        ask(server)


def test_none_is_asked_unless_address_and_name_are_given() -> None:
    assert LanguageModel.named({}, "") is None
    assert LanguageModel.named({"ANSWERABLE_MODEL_ADDRESS": "http://127.0.0.1:1/v1"}, "") is None
    both = {"ANSWERABLE_MODEL_ADDRESS": "http://127.0.0.1:1/v1/", "ANSWERABLE_MODEL_NAME": "small"}
    assert LanguageModel.named(both, "k") == LanguageModel("http://127.0.0.1:1/v1", "small", "k")
