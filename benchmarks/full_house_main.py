"""The pages that everybody opens every day: p95 of many looks, each beside a bare Django list in the same minute."""

import json
import re
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.full_house_pages import look
from benchmarks.full_house_town import serve_town

#: Looks at each page and at the control: the 95th of a hundred is told.
LOOKS = 40
#: What is opened: an address, or the first link on a page that fits.
PAGES = {
    "home": ("/", ""),
    "board of stories": ("/listen/stories/?tab=all", ""),
    "one story": ("/listen/stories/?tab=all", r"/listen/stories/\d+/"),
    "board of cases": ("/respond/cases/", ""),
    "one case": ("/respond/cases/", r"/respond/cases/\d+/"),
    "my duties": ("/govern/duties/", ""),
    "papers": ("/papers/", ""),
    "public answer": ("/answers/en/all/", r"/answers/\d{4}-[^\"#]+/"),
}


@dataclass(frozen=True)
class Daily:
    """One page of every day: its p95 and the control's just before, in processor milliseconds, and its statements."""

    what: str
    address: str
    p95_ms: float
    control_ms: float
    queries: int


def p95(client: Any, address: str, looks: int = LOOKS) -> float:
    """Look so often and give the milliseconds that 95 of 100 looks stay within; the first one warms what is kept."""
    times = []
    for _ in range(looks + 1):
        begun = time.process_time()
        answer = client.get(address)
        times.append((time.process_time() - begun) * 1000)
        if answer.status_code != 200:
            raise LookupError(f"{address} answered {answer.status_code}")
    return round(sorted(times[1:])[min(looks * 95 // 100, looks - 1)], 1)


def address_of(client: Any, page: str, link: str) -> str:
    """Give the address itself, or the first link on it that fits."""
    if not link:
        return page
    found = re.search(f'href="({link})"', client.get(page).content.decode())
    if found is None:
        raise LookupError(f"{page} has no link like {link}")
    return found[1]


def daily_pages(looks: int = LOOKS) -> list[Daily]:
    """Open them as Ada of the office, the public one as a stranger, the control before each."""
    from django.test import Client  # noqa: PLC0415 - needs the settings of the folder

    from answerable.office.people.models import Account  # noqa: PLC0415 - the same
    from benchmarks.full_house_control import ADDRESS, bare_client  # noqa: PLC0415 - the same

    stranger = Client(headers={"host": "localhost"})
    ada = Client(headers={"host": "localhost"})
    ada.force_login(Account.objects.get(username="ada"))
    told = []
    for what, (page, link) in PAGES.items():
        client = stranger if page.startswith("/answers/") else ada
        address = address_of(client, page, link)
        with bare_client() as bare:
            control = p95(bare, ADDRESS, looks)
        told.append(
            Daily(what, address, p95(client, address, looks), control, look(client, address, 1)[0].queries)
        )
    return told


def main() -> None:
    """Print the pages and how many rows the house holds as one line of JSON."""
    folder = Path(sys.argv[1]).absolute()
    serve_town(folder)
    rows = json.loads((folder / "full.json").read_text())["rows"]
    sys.stdout.write(json.dumps({"rows": rows, "pages": [asdict(page) for page in daily_pages()]}) + "\n")


if __name__ == "__main__":
    main()
