"""What every test may lean on: the shared corpora, and a network that ends at loopback."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from answerable.egress.robots import SHARED_CACHE
from answerable.project import words

CHECKOUT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, before any worker of the run reads them."""
    if not hasattr(config, "workerinput"):
        words.compile_all()


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A page asked for in another language leaves it on in this thread: the next test begins in its own."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _own_robots() -> Iterator[None]:
    """A later test's server may get an earlier one's port: what that one allowed must not hold for it."""
    yield
    SHARED_CACHE.forget()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real and hostile input beside the checkout; its users skip where it is absent."""
    folder = Path(os.environ.get("ANSWERABLE_SHARED_DATA", CHECKOUT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    return folder


def is_loopback(host: str) -> bool:
    """Whether a connect target stays on this machine's loopback."""
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection that would leave loopback fails the test that tried it."""
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: object) -> object:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(str(address[0])):  # type: ignore[index]
            pytest.fail(f"a test tried to leave loopback: {address!r}")
        return real_connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
