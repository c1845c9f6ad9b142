"""Opens every page of a filled house that a person opens and says what each costs beside a bare Django page."""

import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.full_house_town import serve_town

#: Who looks, in this order: the first who may open a page opens it.
LOOKERS = ("ada", "boris", "dana", "emil", "chen")
#: Pages of libraries, and addresses that change or end something when asked.
LEFT_OUT = re.compile(
    r"^/(admin|accounts|i18n|static|api/(openapi|docs))|/(logout|export|xlsx|sheet|opml|archive)/?$"
)
LINK = re.compile(r'href="(/[^"#]*)"')
#: Beside the page itself: what people ask of the long lists.
ASKED = (
    "/listen/stories/?sort=spread", "/listen/stories/?page=3", "/listen/search/?q=water", "/listen/search/?q=停水",
    "/respond/letters/?tab=all", "/respond/letters/?tab=all&page=100", "/respond/letters/?tab=all&q=water",
    "/respond/cases/?tab=open", "/respond/cases/?tab=ended", "/respond/answers/?page=20",
    "/listen/sources/?page=50", "/listen/signals/?page=20", "/notices/?page=20", "/clocks/?page=20",
)  # fmt: skip
LOOKS = 4


@dataclass
class Cost:
    """What one page cost: its statements, and the processor's and the wall's milliseconds, worst of the warm looks."""

    address: str
    route: str
    who: str
    status: int
    queries: int
    cpu_ms: float
    wall_ms: float
    kilobytes: int
    slowest: str


class Statements:
    """Counts statements and remembers the slowest."""

    def __init__(self) -> None:
        self.count = 0
        self.slowest = (0.0, "")

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.slowest = max(self.slowest, (time.perf_counter() - begun, sql))


def look(client: Any, address: str, looks: int = LOOKS) -> tuple[Cost, str]:
    """Open one page several times; the first look warms caches and is not counted in the times."""
    from django.db import connection  # noqa: PLC0415 - needs the settings of the folder

    times: list[tuple[float, float]] = []
    statements = Statements()
    for number in range(looks + 1):
        statements = Statements()
        cpu, wall = time.process_time(), time.perf_counter()
        with connection.execute_wrapper(statements):
            answer = client.get(address)
        times.append((time.process_time() - cpu, time.perf_counter() - wall))
        if answer.status_code != 200 or (number == 0 and "html" not in answer.get("Content-Type", "")):
            break
    warm = times[1:] or times
    seconds, sql = statements.slowest
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    cost = Cost(
        address, "", "", answer.status_code, statements.count,
        round(max(cpu for cpu, _ in warm) * 1000, 1), round(max(wall for _, wall in warm) * 1000, 1),
        len(text.encode()) // 1024, f"{seconds * 1000:.0f} ms {sql[:1500]}" if seconds > 0.02 else "",
    )  # fmt: skip
    return cost, text if "html" in answer.get("Content-Type", "") else ""


def route_of(address: str) -> str:
    """The url pattern behind an address, "" where there is none."""
    from django.urls import Resolver404, resolve  # noqa: PLC0415 - needs the settings of the folder

    try:
        return str(resolve(urlsplit(address).path).route)
    except Resolver404:
        return ""


def walk(looks: int = LOOKS) -> Iterator[Cost]:
    """Every route that takes no name, then every route that a page links to, each once, by whoever may open it."""
    from django.test import Client  # noqa: PLC0415 - needs the settings of the folder

    from answerable.office.people.models import Account  # noqa: PLC0415 - the same

    browsers = {}
    for name in LOOKERS:
        browsers[name] = Client(headers={"host": "localhost"})
        browsers[name].force_login(Account.objects.get(username=name))
    waiting, seen = [*_plain_routes(), *ASKED], set()
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        key = address if address in ASKED else route
        if not route or key in seen or LEFT_OUT.search(urlsplit(address).path):
            continue
        for name, browser in browsers.items():
            cost, text = look(browser, address, looks)
            if cost.status == 200:
                cost.route, cost.who = key, name
                seen.add(key)
                waiting.extend(LINK.findall(text.replace("&amp;", "&")))
                if text:
                    yield cost
                break
        else:
            if "<" not in route:
                seen.add(key)


def _plain_routes() -> list[str]:
    from tests.battery.roles import routes  # noqa: PLC0415 - needs the settings of the folder

    return [f"/{route.written}" for route in routes() if "<" not in route.written]


def main() -> None:
    """Print the costs and the control's, measured before and after, as one line of JSON."""
    folder = Path(sys.argv[1]).absolute()
    serve_town(folder)
    from benchmarks.full_house_control import control  # noqa: PLC0415 - needs the settings of the folder

    before = control()
    costs = [asdict(cost) for cost in walk()]
    sys.stdout.write(json.dumps({"control": [asdict(before), asdict(control())], "pages": costs}) + "\n")


if __name__ == "__main__":
    main()
