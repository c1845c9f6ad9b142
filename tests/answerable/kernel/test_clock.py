"""The clock gives aware times and growing counts."""

from datetime import UTC

from answerable.kernel import clock


def test_now_is_in_utc():
    assert clock.now().tzinfo is UTC


def test_monotonic_and_cpu_seconds_never_run_backwards():
    before, used = clock.monotonic(), clock.cpu_seconds()
    clock.pause(0.001)
    assert clock.monotonic() > before
    assert clock.cpu_seconds() >= used


def test_chance_differs_from_call_to_call():
    assert clock.chance().random() != clock.chance().random()
