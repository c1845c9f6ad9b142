"""The warm-up reads one of everything, so that no parser has to load a file later."""

from answerable.listening.sources.kinds import KINDS
from answerable.listening.sources.reading.warm_up import SAMPLES, read_samples


def test_every_kind_with_a_parser_of_its_own_is_warmed_up() -> None:
    # A folder's files are read by other kinds, a webhook by the JSON reader.
    assert set(KINDS) - {"folder", "webhook"} <= {kind for kind, _body in SAMPLES}


def test_each_sample_and_a_discovery_are_carried_out() -> None:
    tasks: list[tuple[object, object]] = []

    def carry_out(head: object, body: bytes) -> bytes:
        tasks.append((head["task"], head.get("kind")))  # type: ignore[index, attr-defined]
        return b""

    read_samples(carry_out)  # type: ignore[arg-type]
    assert tasks == [*(("read", kind) for kind, _body in SAMPLES), ("discover", None)]
