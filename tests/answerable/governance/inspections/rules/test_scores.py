"""Figures of units: weighted, with n, in the order of the house."""

from decimal import Decimal

from answerable.governance.inspections.rules.scores import Sheet, scores


def sheet(unit=1, method="random_check", reached=8, possible=10, weight=3):
    return Sheet(unit, method, Decimal(reached), Decimal(possible), Decimal(weight))


def test_a_unit_s_figure_is_the_weighted_mean_of_its_methods_not_of_its_visits():
    (one,) = scores([sheet(reached=10), sheet(reached=6), sheet(method="cross_check", reached=5, weight=1)])
    assert [(part.method, part.percent, part.visits) for part in one.parts] == [
        ("cross_check", Decimal("50.0"), 1),
        ("random_check", Decimal("80.0"), 2),
    ]
    assert one.percent == Decimal("72.5")
    assert (one.visits, one.is_thin) == (3, False)


def test_what_weighs_nothing_is_shown_and_counts_nothing():
    (one,) = scores([sheet(), sheet(method="self_check", reached=0, weight=0)])
    assert one.percent == Decimal("80.0")
    assert (one.visits, one.is_thin) == (1, True)
    assert len(one.parts) == 2
    (only,) = scores([sheet(method="self_check", weight=0)])
    assert only.percent is None


def test_units_stand_in_their_own_order_and_not_by_figure():
    assert [one.unit for one in scores([sheet(3, reached=1), sheet(1), sheet(2, reached=10)])] == [1, 2, 3]


def test_a_visit_on_which_nothing_could_be_reached_does_not_count():
    assert scores([sheet(possible=0, reached=0)]) == ()
