"""The host gate: one at a time, a pause between, patience with an end."""

import asyncio

import pytest

from answerable.egress import gate
from answerable.egress.errors import HostBusy
from answerable.egress.gate import HostGate


async def pass_through(host_gate: HostGate, host: str, times: list[float]) -> None:
    async with host_gate.through(host):
        times.append(asyncio.get_running_loop().time())


def run_two(host_gate: HostGate, first: str, second: str) -> float:
    times: list[float] = []

    async def both() -> None:
        await asyncio.gather(*(pass_through(host_gate, host, times) for host in (first, second)))

    asyncio.run(both())
    return times[1] - times[0]


def test_two_calls_to_one_host_keep_the_pause() -> None:
    assert run_two(HostGate(gap_s=0.2), "a", "a") >= 0.2


def test_two_hosts_do_not_wait_for_each_other() -> None:
    assert run_two(HostGate(gap_s=0.5), "a", "b") < 0.2


def test_the_pause_holds_across_event_loops() -> None:
    host_gate, times = HostGate(gap_s=0.2), []
    for _ in range(2):
        asyncio.run(pass_through(host_gate, "a", times))
    assert times[1] - times[0] >= 0.2


def test_who_waits_too_long_is_told_so() -> None:
    host_gate = HostGate(gap_s=5, patience_s=0.1)
    asyncio.run(pass_through(host_gate, "a", []))
    with pytest.raises(HostBusy):
        asyncio.run(pass_through(host_gate, "a", []))


def test_a_call_that_fails_frees_its_host() -> None:
    host_gate = HostGate(gap_s=0)

    async def failing() -> None:
        async with host_gate.through("a"):
            raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            asyncio.run(failing())


def test_quiet_hosts_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_HOSTS", 10)
    host_gate = HostGate(gap_s=0)
    for number in range(50):
        asyncio.run(pass_through(host_gate, f"h{number}", []))
    assert len(host_gate._hosts) <= 12
