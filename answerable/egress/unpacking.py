"""Unpacks a compressed body piece by piece and never further than the limit."""

import zlib
from collections.abc import Iterator
from typing import Protocol

from answerable.egress.errors import BadAnswer, TooLarge, gettext_noop

#: What one step may put out: bounds the memory of a 1000:1 bomb to a piece.
STEP = 64 * 1024
#: Only what the standard library unpacks with a bound. `br` is not asked for: no bounded library is shipped.
ACCEPTED = "gzip, deflate"


class _Unpacker(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    def decompress(self, chunk: bytes, length: int, /) -> bytes: ...


class BoundedBody:
    """Collects a body: feed it raw pieces, then take `whole()`."""

    def __init__(self, encoding: str, *, most: int, host: str) -> None:
        names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
        names = [name for name in names if name != "identity"]
        if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
            raise BadAnswer(host=host, why=f"packed as {encoding[:40]!r}")
        self._packing = names[0] if names else ""
        self._most = most
        self._host = host
        self._pieces: list[bytes] = []
        self._size = 0
        self._unpacker: _Unpacker | None = None

    def feed(self, chunk: bytes) -> None:
        """Take one raw piece."""
        if not self._packing:
            self._keep(chunk)
            return
        for piece in self._unpacked(chunk):
            self._keep(piece)

    def whole(self) -> bytes:
        """Give the body, unpacked."""
        if self._unpacker is not None and not self._unpacker.eof:
            raise BadAnswer(host=self._host, why=gettext_noop("the packed body ends too early"))
        return b"".join(self._pieces)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._most:
            raise TooLarge(bytes=self._most)
        self._pieces.append(piece)

    def _unpacked(self, chunk: bytes) -> Iterator[bytes]:
        if self._unpacker is None:
            self._unpacker = self._begin(chunk)
        try:
            while chunk and not self._unpacker.eof:
                yield self._unpacker.decompress(chunk, STEP)
                chunk = self._unpacker.unconsumed_tail
        except zlib.error:
            raise BadAnswer(host=self._host, why=gettext_noop("the packed body is damaged")) from None

    def _begin(self, chunk: bytes) -> _Unpacker:
        if self._packing != "deflate":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        # "deflate" means zlib by RFC 9110, but some servers send the bare stream.
        is_zlib = chunk[:1] and chunk[0] & 0x0F == 8
        return zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
