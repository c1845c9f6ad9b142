"""The dates of a certificate are read from whatever a site shows, inside the same walls as every other call."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from answerable.egress import EgressPolicy, Limits
from answerable.egress.certificate import read_certificate
from answerable.egress.errors import Blocked, TooSlow, Unreachable
from answerable.egress.gate import HostGate

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
POLICY = EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=0))


def make_certificate(folder: Path, ends: datetime) -> tuple[Path, Path]:
    """Write a certificate that nobody signed but itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "site.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(BEGINS)
        .not_valid_after(ends)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "site.pem", folder / "site.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certificate, secret


@contextmanager
def shaking_hands(folder: Path, ends: datetime, *, silent: bool = False) -> Iterator[int]:
    """A port on loopback that shakes hands with a certificate, or lets callers wait; gives the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*make_certificate(folder, ends))
    listening = socket.create_server(("127.0.0.1", 0))
    kept: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                caller, _address = listening.accept()
            except OSError:
                return
            kept.append(caller)
            if not silent:
                try:
                    kept.append(context.wrap_socket(caller, server_side=True))
                except (OSError, ssl.SSLError):
                    caller.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(timeout=5)
        for one in kept:
            one.close()


def test_the_end_of_a_certificate_is_read_even_when_nobody_trusts_it(tmp_path: Path) -> None:
    ends = BEGINS + timedelta(days=90)
    with shaking_hands(tmp_path, ends) as port:
        read = read_certificate(f"https://127.0.0.1:{port}/", POLICY)
    assert (read.begins, read.ends) == (BEGINS, ends)


def test_one_that_has_ended_is_read_too(tmp_path: Path) -> None:
    ended = BEGINS + timedelta(days=1)
    with shaking_hands(tmp_path, ended) as port:
        assert read_certificate(f"https://127.0.0.1:{port}/", POLICY).ends == ended


def test_a_site_that_lets_us_wait_is_left(tmp_path: Path) -> None:
    with shaking_hands(tmp_path, BEGINS, silent=True) as port, pytest.raises(TooSlow):
        read_certificate(f"https://127.0.0.1:{port}/", POLICY, Limits(total_s=0.3))


def test_nobody_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(Unreachable):
        read_certificate(f"https://127.0.0.1:{port}/", POLICY)


def test_no_handshake_is_made_with_an_address_that_must_not_be_reached() -> None:
    with pytest.raises(Blocked):
        read_certificate("https://127.0.0.1/", EgressPolicy())
