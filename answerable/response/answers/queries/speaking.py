"""Who may be named as the one who gives an answer: who holds a spokesperson's or a head's post today."""

from dataclasses import dataclass
from datetime import datetime

from answerable.office.people import queries as people
from answerable.office.people.rules import PostKind

#: An answer is given by a spokesperson or by the head (国办发〔2016〕61号).
SPEAKING = (PostKind.SPOKESPERSON, PostKind.LEAD)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may give an answer today, and the post in which they do."""

    post: int
    title: str
    person: int
    name: str
    instead_of: str


def speakers(*, at: datetime) -> tuple[Speaker, ...]:
    """List who may give an answer today, spokespersons first."""
    posts = {post.id: post for post in people.posts_of_kinds(SPEAKING)}
    rows_held = people.held_today(posts, at=at)
    held = {post: who for post, who in people.answering(posts, rows_held).items() if who is not None}
    names = {row.person: row.name for row in rows_held}
    rows = [
        Speaker(post, posts[post].title, who.person, names[who.person], names.get(who.instead_of or 0, ""))
        for post, who in held.items()
    ]
    order = {kind: place for place, kind in enumerate(SPEAKING)}
    return tuple(sorted(rows, key=lambda row: (order[PostKind(posts[row.post].kind)], row.post)))


def speaker(post: int | None, *, at: datetime) -> Speaker | None:
    """Give who speaks in a post today; None where nobody does or the post is of another kind."""
    return next((row for row in speakers(at=at) if row.post == post), None)
