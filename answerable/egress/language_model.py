"""Asks a language model over the chat interface that many servers share; only the one that the operator named."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from answerable.egress.errors import BadAnswer, NotAccepted, gettext_noop
from answerable.egress.exchange import FetchRequest, Limits
from answerable.egress.fetching import fetch
from answerable.egress.policy import EgressPolicy
from answerable.egress.urls import read_url

#: A passage has some 200 words; a model on a machine without a graphics card writes about five a second.
LIMITS = Limits(body_bytes=1024 * 1024, total_s=180.0, read_s=180.0, redirects=0)
#: The same question shall give nearly the same words.
TEMPERATURE = 0.2


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Where a model answers (the address up to /v1), which one, and the key that opens it."""

    address: str
    name: str
    key: str = ""

    @classmethod
    def named(cls, environment: Mapping[str, str], key: str) -> "LanguageModel | None":
        """Give the one that the environment names; none where it names none."""
        address = environment.get("ANSWERABLE_MODEL_ADDRESS", "").rstrip("/")
        name = environment.get("ANSWERABLE_MODEL_NAME", "")
        return cls(address, name, key) if address and name else None


def ask_model(model: LanguageModel, instruction: str, question: str, policy: EgressPolicy) -> str:
    """Give the model's words. Raises an EgressError for everything that can go wrong.

    The address comes from the operator alone, so it may lie on this machine and at any port; inner networks still
    have to be on the list. A redirect is not followed: the key would go with it.
    """
    asked = {
        "model": model.name,
        "temperature": TEMPERATURE,
        "stream": False,
        "messages": [{"role": "system", "content": instruction}, {"role": "user", "content": question}],
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if model.key:
        headers["Authorization"] = f"Bearer {model.key}"
    body = json.dumps(asked, ensure_ascii=False).encode()
    request = FetchRequest(f"{model.address}/chat/completions", "POST", headers, body, LIMITS)
    answer = fetch(request, replace(policy, allow_loopback=True, any_port=True))
    if answer.status != 200:
        raise NotAccepted(status=answer.status)
    words = _words(answer.body)
    if words is None:
        raise BadAnswer(host=read_url(request.url).host, why=gettext_noop("it holds no words of a model"))
    return words


def _words(body: bytes) -> str | None:
    try:
        words = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError):
        return None
    return words if isinstance(words, str) and words.strip() else None
