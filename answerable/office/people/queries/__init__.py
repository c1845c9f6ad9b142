"""Reading people: the door through which access is decided."""

from answerable.office.people.queries.access import (
    account_named,
    actor_for,
    day_of,
    holder_of,
    holders,
    language_of,
    people_names,
    unit_choices,
    unit_names,
    units_named,
    who_may,
)
from answerable.office.people.queries.accounts import (
    account_for,
    account_page,
    accounts,
    own_account,
    people_without_account,
)
from answerable.office.people.queries.pages import (
    holding_for,
    person_choices,
    person_page,
    post_page,
    unit_page,
    units_tree,
)
from answerable.office.people.queries.roster import (
    hash_of,
    known_now,
    plan_for,
    preview,
    recent_rosters,
    roster_for,
)

__all__ = [
    "account_for",
    "account_named",
    "account_page",
    "accounts",
    "actor_for",
    "day_of",
    "hash_of",
    "holder_of",
    "holders",
    "holding_for",
    "known_now",
    "language_of",
    "own_account",
    "people_names",
    "people_without_account",
    "person_choices",
    "person_page",
    "plan_for",
    "post_page",
    "preview",
    "recent_rosters",
    "roster_for",
    "unit_choices",
    "unit_names",
    "unit_page",
    "units_named",
    "units_tree",
    "who_may",
]
