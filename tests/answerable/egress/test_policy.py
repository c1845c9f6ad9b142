"""The default policy is the strict one."""

from answerable.egress.policy import SHARED_GATE, EgressPolicy


def test_by_default_only_web_ports_of_public_addresses_at_a_polite_pace() -> None:
    policy = EgressPolicy()
    assert policy.ports == {80, 443}
    assert not policy.any_port
    assert not policy.allow_loopback
    assert policy.allow_networks == ()
    assert policy.gate is SHARED_GATE
    assert SHARED_GATE.gap_s >= 2
