"""Makes the papers of a filled house and says what each costs; everything made is taken back at the end."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.full_house_pages import LOOKS, look
from benchmarks.full_house_town import open_town

Row = dict[str, Any]


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Do something and say how many milliseconds of the processor it took."""
    before = time.process_time()
    made = act()
    return round((time.process_time() - before) * 1000, 1), made


def brief() -> Row:
    """Look at the brief as its page shows it: the first time in this process, and the worst of the next."""
    from django.test import Client  # noqa: PLC0415 - needs the settings of the folder

    from answerable.office.people.models import Account  # noqa: PLC0415 - the same

    browser = Client(headers={"host": "localhost"})
    browser.force_login(Account.objects.get(username="ada"))
    browser.get("/notices/")
    cold, _answer = timed(lambda: browser.get("/papers/brief/"))
    warm, _text = look(browser, "/papers/brief/", LOOKS)
    return {"cold_ms": cold, "warm_ms": warm.cpu_ms, "queries": warm.queries}


def filings() -> tuple[Row, Row]:
    """Make the last quarter's filing of every unit and of the body, and the files of each; nothing of it stays."""
    from django.db import transaction  # noqa: PLC0415 - needs the settings of the folder

    from answerable.kernel import clock  # noqa: PLC0415 - the same
    from answerable.kernel.actor import MACHINE  # noqa: PLC0415 - the same
    from answerable.office.people import queries as people  # noqa: PLC0415 - the same
    from answerable.reports import actions  # noqa: PLC0415 - the same
    from answerable.reports.models import Paper  # noqa: PLC0415 - the same
    from answerable.reports.queries.files import rendered  # noqa: PLC0415 - the same
    from answerable.reports.rules.periods import Span, span_of  # noqa: PLC0415 - the same

    at, body = clock.now(), people.body()
    assert body is not None
    begin, end = span_of(Span.QUARTER, people.day_of(at))
    asked = actions.Asked("quarter", "zh-hans", begin, end, body.id)
    units = [unit.id for unit in people.units_here() if unit.id != body.id]
    costs: list[float] = []
    files: dict[str, list[float]] = {"pdf": [], "docx": []}
    with transaction.atomic():
        for unit in units:
            spent, paper = timed(
                lambda unit=unit: actions.make(replace(asked, unit=unit), by=MACHINE, at=at)  # type: ignore[misc]
            )
            costs.append(spent)
            row = Paper.objects.select_related("unit").get(pk=paper)
            files["pdf"].append(timed(lambda row=row: rendered(row, "pdf"))[0])  # type: ignore[misc]
            files["docx"].append(timed(lambda row=row: rendered(row, "docx"))[0])  # type: ignore[misc]
        whole, _paper = timed(lambda: actions.make(asked, by=MACHINE, at=at))
        transaction.set_rollback(True)
    return {"ms": costs, "body_ms": whole}, files


def main() -> None:
    """Print what was measured as one line of JSON."""
    open_town(Path(sys.argv[1]).absolute())
    from answerable.listening.sources.models import Item  # noqa: PLC0415 - needs the settings of the folder

    told: Row = {"items": Item.objects.count(), "brief": brief()}
    told["filing"], told["files"] = filings()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
