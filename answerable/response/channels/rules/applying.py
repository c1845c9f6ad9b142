"""What the readers of an application for a channel read, and what their approvals are bound to."""

from dataclasses import dataclass
from datetime import date

from answerable.response.channels.rules.states import ChangeKind


@dataclass(frozen=True, slots=True)
class Asked:
    """An application in names: what the register shall say, and why."""

    name: str
    platform: str
    address: str
    purpose: str
    unit: str
    holder: str
    keeper: str
    language: str
    interaction: bool
    verified_until: date | None
    reason: str


_WORDS = {
    "en": {
        "open": "Open a channel", "change": "Change a channel", "close": "Close a channel", "platform": "Platform",
        "address": "Address", "unit": "Owner", "holder": "Held in the name of", "keeper": "Keeper's post",
        "interaction": "People can write to it", "verified_until": "Verified until", "purpose": "Purpose",
        "reason": "Reason", "yes": "yes", "no": "no",
    },
    "zh": {
        "open": "申请开设渠道", "change": "申请变更渠道", "close": "申请注销渠道", "platform": "平台",
        "address": "地址", "unit": "主办单位", "holder": "认证主体", "keeper": "管理岗位", "interaction": "开通互动",
        "verified_until": "认证有效期至", "purpose": "用途", "reason": "理由", "yes": "是", "no": "否",
    },
}  # fmt: skip


def wording_of(kind: ChangeKind, asked: Asked) -> str:
    """Write an application as its readers see it, in the channel's own language."""
    words = _WORDS["zh" if asked.language == "zh" else "en"]
    until = asked.verified_until
    rows = {
        "platform": asked.platform,
        "address": asked.address,
        "unit": asked.unit,
        "holder": asked.holder,
        "keeper": asked.keeper,
        "interaction": words["yes" if asked.interaction else "no"],
        "verified_until": until.isoformat() if until else "",
        "purpose": asked.purpose,
        "reason": asked.reason,
    }
    head = f"{words[kind.value]}: {asked.name}"
    return "\n".join([head, "", *(f"{words[key]}: {value}" for key, value in rows.items() if value)])
