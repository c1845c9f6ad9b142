"""Who holds the posts that owe duties: the people and days behind a name."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from answerable.governance.duties.rules.holding import Member, PostNow
from answerable.office.people import queries as people


def posts_now(posts: Iterable[int], *, at: datetime) -> dict[int, PostNow]:
    """Say of each post who answers today and who else holds it; one query, however many."""
    wanted = sorted(set(posts))
    rows = [row for row in people.held_today(wanted, at=at) if row.is_active]
    answering = people.answering(wanted, rows)
    members: dict[int, list[Member]] = defaultdict(list)
    for row in rows:
        members[row.post].append(Member(row.person, row.name, row.kind, row.order, row.is_away))
    return {post: PostNow(answering[post], tuple(members[post])) for post in wanted}
