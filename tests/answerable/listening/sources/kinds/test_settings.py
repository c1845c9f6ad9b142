"""Settings from what was stored."""

from answerable.listening.sources.kinds.settings import AddressSettings, settings_from


def test_names_that_a_kind_no_longer_knows_are_left_out() -> None:
    assert (
        settings_from(AddressSettings, {"address": "http://s.example/", "gone": 1}).address
        == "http://s.example/"
    )
