"""Every pack that ships can be read, and every figure has its source, its certainty, its day and both names."""

import pytest

from answerable.governance.plan.packs import FOLDER, shipped_packs
from answerable.governance.plan.rules.packs import CERTAINTIES
from answerable.response.cases.rules.levels import read_rows


def test_the_seven_packs_ship():
    assert set(shipped_packs()) == {
        "cn-response-2016", "cn-channels-2019", "cn-decisions-2019", "cn-documents-2012", "cn-fairness",
        "uk-response", "generic",
    }  # fmt: skip


@pytest.mark.parametrize("pack", shipped_packs().values(), ids=lambda pack: pack.id)
def test_a_figure_says_where_it_stands_and_how_sure_that_is(pack):
    assert pack.params
    assert (FOLDER / f"{pack.id}.yaml").exists()
    for one in pack.params.values():
        assert one.source
        assert one.certainty in CERTAINTIES
        assert set(one.names) == {"zh", "en"}


def test_the_limits_of_2016_are_the_ones_of_the_documents():
    figures = shipped_packs()["cn-response-2016"].params
    found = {
        key: (figures[key].value, figures[key].source)
        for key in ("first_release_h", "conference_h", "response_h")
    }
    assert found == {
        "first_release_h": (5, "国办发〔2016〕80号"),
        "conference_h": (24, "国办发〔2016〕61号"),
        "response_h": (48, "国办发〔2016〕61号"),
    }


@pytest.mark.parametrize("key", ["generic", "cn-response-2016", "uk-response"])
def test_levels_are_read_by_the_room_of_cases(key):
    assert read_rows(shipped_packs()[key].params["assessment_levels"].value)


def test_only_the_generic_pack_brings_clocks_and_a_gate():
    bringing = {key for key, pack in shipped_packs().items() if pack.start.rules}
    assert bringing == {"generic"}
    assert set(shipped_packs()["generic"].start.rules) >= {
        "e-concern",
        "e-grave",
        "e-other",
        "e-letter",
        "e-inquiry",
    }
