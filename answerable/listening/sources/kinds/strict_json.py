"""JSON as RFC 8259 writes it: no NaN, no comments, UTF-8, and no deeper than honest documents are."""

import json
import re
from typing import Any, NoReturn

from answerable.listening.sources.kinds.refusal import NotReadable

DEEPEST = 64
#: Strings are skipped whole, so that brackets inside them do not count.
TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def parse_json(body: bytes) -> Any:
    """Read JSON, or raise NotReadable."""
    try:
        text = body.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        _check_depth(text)
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotReadable("not_json") from None


def _check_depth(text: str) -> None:
    depth = 0
    for token in TOKEN.finditer(text):
        first = token[0][0]
        depth += (first in "[{") - (first in "]}")
        if depth > DEEPEST:
            raise NotReadable("too_deep", most=DEEPEST)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
