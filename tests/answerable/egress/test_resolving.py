"""Resolving: all answers must pass, and there is no second look-up."""

import asyncio

import pytest

from answerable.egress.errors import BadAddress, Blocked, PortNotAllowed, UnknownHost
from answerable.egress.policy import EgressPolicy
from answerable.egress.resolving import Fixed, system_resolver, vetted
from answerable.egress.urls import read_url


def resolver_of(*answers: str) -> EgressPolicy:
    async def resolve(host: str, port: int) -> list[str]:
        return list(answers)

    return EgressPolicy(resolver=resolve)


def ask(policy: EgressPolicy, url: str = "http://site.example/") -> list[str]:
    return asyncio.run(vetted(read_url(url), policy))


def test_public_answers_are_given_once_each() -> None:
    assert ask(resolver_of("1.1.1.1", "1.1.1.1", "2606:4700::1111")) == ["1.1.1.1", "2606:4700::1111"]


@pytest.mark.parametrize(
    "answers",
    [("127.0.0.1",), ("1.1.1.1", "10.0.0.1"), ("2606:4700::1", "::1"), ("1.1.1.1", "not an address")],
)
def test_one_bad_answer_refuses_the_host(answers: tuple[str, ...]) -> None:
    with pytest.raises(Blocked):
        ask(resolver_of(*answers))


def test_an_address_needs_no_resolver() -> None:
    with pytest.raises(Blocked):
        ask(resolver_of("1.1.1.1"), "http://169.254.169.254/")
    assert ask(resolver_of("127.0.0.1"), "http://1.1.1.1/") == ["1.1.1.1"]


def test_ports_are_looked_at_before_names() -> None:
    with pytest.raises(PortNotAllowed):
        ask(resolver_of("1.1.1.1"), "http://site.example:25/")


def test_no_answer_is_an_unknown_host() -> None:
    with pytest.raises(UnknownHost):
        ask(resolver_of())


def test_a_name_too_long_for_the_dns_is_no_name() -> None:
    with pytest.raises((BadAddress, UnknownHost)):
        asyncio.run(vetted(read_url(f"http://{'a' * 70}.example/"), EgressPolicy()))


def test_this_machine_knows_its_own_name() -> None:
    assert set(asyncio.run(system_resolver("localhost", 80))) <= {"127.0.0.1", "::1"}


def test_the_client_gets_exactly_what_was_vetted() -> None:
    fixed = Fixed()
    fixed.addresses = ["1.1.1.1", "2606:4700::1111"]
    given = asyncio.run(fixed.resolve("site.example", 443))
    assert [one["host"] for one in given] == fixed.addresses
    asyncio.run(fixed.close())
