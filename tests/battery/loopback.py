"""Servers on loopback for the battery: they answer exactly the bytes they are told to, and count who came."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

Behaviour = bytes | Callable[[socket.socket, bytes], None]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """The bytes of one plain answer; `Content_Type="x"` becomes the header Content-Type."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass
class LoopbackServer:
    """A listener that counts connections and keeps what it was asked."""

    routes: dict[str, Behaviour] = field(default_factory=dict)
    host: str = "127.0.0.1"
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    most_at_once: int = 0
    _now: int = 0

    def __enter__(self) -> Self:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self.listener = socket.create_server((self.host, self.port), family=family, backlog=128)
        self.listener.settimeout(0.05)
        self.port = self.listener.getsockname()[1]
        self.open = True
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.open = False
        self.thread.join()
        self.listener.close()

    def url(self, path: str = "/", host: str = "") -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    def _accept(self) -> None:
        while self.open:
            try:
                connection, _address = self.listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            request = self._request(connection)
            self.asked.append(request)
            path = request.split(b" ", 2)[1].decode() if request.count(b" ") > 1 else "/"
            behaviour = self.routes.get(path, self.routes.get("*", answer(b"nothing here", "404 Not Found")))
            if callable(behaviour):
                behaviour(connection, request)
            else:
                connection.sendall(behaviour)
        self._now -= 1

    @staticmethod
    def _request(connection: socket.socket) -> bytes:
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connection.recv(65536)
            if not piece:
                return request
            request += piece
        head, _, body = request.partition(b"\r\n\r\n")
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                while len(body) < int(line.split(b":")[1]):
                    body += connection.recv(65536)
        return head + b"\r\n\r\n" + body


def dripping(head: bytes, piece: bytes, gap_s: float, times: int) -> Callable[[socket.socket, bytes], None]:
    """A behaviour that sends a little at a time."""

    def behave(connection: socket.socket, _request: bytes) -> None:
        connection.sendall(head)
        for _ in range(times):
            connection.sendall(piece)
            time.sleep(gap_s)

    return behave


@contextlib.contextmanager
def serving(routes: dict[str, Behaviour] | None = None, host: str = "127.0.0.1") -> Iterator[LoopbackServer]:
    """A server for the length of a block."""
    with LoopbackServer(routes or {}, host) as server:
        yield server
