"""Who holds the posts that owe duties: the people and days behind a name."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from answerable.governance.duties.rules.holding import Member, PostNow
from answerable.office.people import queries as people


def posts_now(posts: Iterable[int], *, at: datetime) -> dict[int, PostNow]:
    """Say of each post who answers today and who else holds it; four queries, however many."""
    wanted, day = sorted(set(posts)), people.day_of(at)
    answering = people.holders(wanted, at=at)
    rows = people.holdings_on(wanted, at=at)
    away = {person for person, _span in people.absences_between({row.person for row in rows}, day, day)}
    members: dict[int, list[Member]] = defaultdict(list)
    for row in rows:
        members[row.post].append(Member(row.person, row.name, row.kind, row.order, row.person in away))
    return {post: PostNow(answering[post], tuple(members[post])) for post in wanted}
