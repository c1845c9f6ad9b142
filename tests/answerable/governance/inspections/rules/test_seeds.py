"""Where a seed comes from: nobody can have chosen it."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from answerable.governance.inspections.rules import seeds

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sources", "fault"),
    [
        (("ritual",), ""),
        (("officer-1", "officer-2"), ""),
        (("officer-1", "ritual"), ""),
        (("beacon",), ""),
        (("beacon:quicknet:12",), ""),
        (("officer-1",), "one_officer"),
        ((), "unknown"),
        (("dice",), "unknown"),
        (("ritual", "ritual"), "unknown"),
        (("beacon:moon:12",), "unknown"),
    ],
)
def test_one_officer_alone_and_unknown_sources_do_not_do(sources, fault):
    assert seeds.fault_of_sources(sources) == fault


def test_the_first_round_of_the_beacon_is_its_genesis_and_each_comes_three_seconds_later():
    assert seeds.beacon_time(1) == datetime(2023, 8, 23, 15, 9, 27, tzinfo=UTC)
    assert seeds.beacon_time(1001) - seeds.beacon_time(1) == timedelta(seconds=3000)


def test_the_announced_round_comes_after_the_time_to_publish_the_hash():
    (source,) = seeds.announced_at(("beacon",), AT)
    out = seeds.beacon_time(seeds.beacon_round(source))
    assert seeds.BEACON_AHEAD < out - AT <= seeds.BEACON_AHEAD + timedelta(seconds=6)
    assert seeds.announced_at(("ritual",), AT) == ("ritual",)


def test_the_beacon_s_value_is_the_hash_of_its_signature():
    raw = bytes(range(48))
    assert seeds.beacon_value(f" {raw.hex()}\n") == hashlib.sha256(raw).hexdigest()
    for wrong in ("", "xyz", "ab" * 47):
        with pytest.raises(ValueError, match=r"48 bytes|non-hexadecimal"):
            seeds.beacon_value(wrong)


def test_a_told_value_is_written_alike_by_everybody():
    assert seeds.plain("  ３ 1\u3000 6|6\n2 ") == "3 1 6/6 2"


def test_a_seed_fits_its_own_hash_only():
    digest = hashlib.sha256("种子 17".encode()).hexdigest()
    assert seeds.is_sealed_by("种子 17", digest)
    assert not seeds.is_sealed_by("种子 18", digest)
