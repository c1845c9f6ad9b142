"""Fetches the articles behind summaries, where the owner of the source allows it and robots.txt too."""

from datetime import timedelta

from django_tasks import task

from answerable.egress import EgressPolicy, FetchRequest, fetch
from answerable.egress.errors import EgressError
from answerable.egress.robots import check_robots
from answerable.kernel import clock
from answerable.kernel.jobs.actions import enqueue_once
from answerable.listening.sources import actions
from answerable.listening.sources.jobs.harvesting import egress_policy
from answerable.listening.sources.queries.due import WantedArticle, wanted_articles
from answerable.listening.sources.reading.pool import read_article

#: One job fetches so many: at two seconds a call the worker is free again after 20 s.
AT_ONE_GO = 10
#: An article that could not be fetched in this time is given up; its summary stays.
PATIENCE = timedelta(hours=6)


@task
def fetch_articles(source: int) -> None:
    """Fetch the newest articles that a source still lacks; what fails for good keeps its summary."""
    policy = egress_policy()
    wanted = wanted_articles(source, AT_ONE_GO)
    for article in wanted:
        text, try_again = fetch_article(article, policy)
        if text:
            actions.put_full_texts([(article.item, text)], at=clock.now())
        elif not try_again or clock.now() - article.since > PATIENCE:
            actions.give_up_full_text(article.item)
    if len(wanted) == AT_ONE_GO:
        enqueue_once(fetch_articles, f"sources.articles:{source}", source=source)


def fetch_article(article: WantedArticle, policy: EgressPolicy) -> tuple[str, bool]:
    """Get the text of one article, or nothing and whether another try may help."""
    at = clock.now()
    try:
        check_robots(article.link, policy)
        answer = fetch(FetchRequest(article.link), policy)
    except EgressError as error:
        return "", error.worth_retrying
    reading = read_article(answer, at=at, language=article.language)
    if not reading.items:
        return "", answer.status >= 500
    return reading.items[0].text, False
