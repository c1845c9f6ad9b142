"""The address rule: the 41 forbidden addresses of the trust design, and what surrounds them."""

from ipaddress import ip_address, ip_network

import pytest

from answerable.egress.addresses import is_public, may_reach, plain, read_address
from answerable.egress.policy import EgressPolicy
from tests.battery.forbidden import FORBIDDEN

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "114.114.114.114",
    "223.5.5.5",
    "2606:4700:4700::1111",
    "2400:3200::1",
    "240e::1",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_a_forbidden_address_is_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_ordinary_public_addresses_may_be_reached(text: str) -> None:
    assert may_reach(ip_address(text), EgressPolicy())


def test_the_rule_of_python_itself_would_let_some_through() -> None:
    """The control: if this ever fails, our own table may no longer be needed."""
    assert sum(ip_address(text).is_global for text in FORBIDDEN) >= 5


def test_an_administrator_may_open_an_inner_network() -> None:
    policy = EgressPolicy(allow_networks=(ip_network("10.20.0.0/16"),))
    assert may_reach(ip_address("10.20.3.4"), policy)
    assert may_reach(ip_address("::ffff:10.20.3.4"), policy)
    assert not may_reach(ip_address("10.21.3.4"), policy)


def test_loopback_stays_closed_even_when_an_inner_network_holds_it() -> None:
    policy = EgressPolicy(allow_networks=(ip_network("0.0.0.0/0"), ip_network("::/0")))
    assert not may_reach(ip_address("127.0.0.1"), policy)
    assert not may_reach(ip_address("::1"), policy)
    assert may_reach(ip_address("127.0.0.1"), EgressPolicy(allow_loopback=True))


def test_a_coat_is_taken_off() -> None:
    assert str(plain(ip_address("::ffff:192.0.2.1"))) == "192.0.2.1"


def test_a_zone_names_an_interface_and_is_never_public() -> None:
    assert not is_public(ip_address("2606:4700::1%eth0"))


def test_a_name_is_no_address() -> None:
    assert read_address("example.org") is None
