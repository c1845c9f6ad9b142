"""What a run leaves behind, whole or not at all: outcomes as Parquet and the stream's state, step by step."""

import json
import os
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storystream.items import Item, Outcome
from storystream.pipeline import Settings, Stream
from storystream.text import unpack
from storystream_spark.records import in_order, moment

if TYPE_CHECKING:
    from pyspark.sql import Row

#: States kept beside the newest: a step may be asked for once more, never two.
KEPT = 2


class Target:
    """A folder with `stories/step=…/part.parquet` and `state/….npz`; one writer at a time."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        self.folder = folder
        self.settings = settings or Settings(explain=False)
        (folder / "state").mkdir(parents=True, exist_ok=True)
        (folder / "stories").mkdir(exist_ok=True)

    def steps(self) -> list[str]:
        """The steps that are done, in order: a state is written last."""
        return sorted(path.stem for path in (self.folder / "state").glob("*.npz"))

    def done(self, step: str) -> bool:
        """Whether a step needs no second run; older states are gone, so everything before the newest is done."""
        steps = self.steps()
        return bool(steps) and step <= steps[-1]

    def run(self, step: str, rows: "Iterable[Row]") -> int:
        """Group one step's rows on the state of the step before, and write both; run twice it leaves the same."""
        before = [one for one in self.steps() if one < step]
        stream = Stream.load(self._state(before[-1]).read_bytes()) if before else Stream(self.settings)
        pairs = in_order((_item(row), unpack(bytes(row["reading"]))) for row in rows)
        outcomes = stream.absorb_read(pairs)
        self._write(step, [item for item, _reading in pairs], outcomes)
        _put(self._state(step), stream.save())
        for old in [one for one in self.steps() if one < step][:-KEPT]:
            self._state(old).unlink()
        return len(outcomes)

    def _state(self, step: str) -> Path:
        return self.folder / "state" / f"{step}.npz"

    def _write(self, step: str, items: list[Item], outcomes: list[Outcome]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - the extra `spark` brings it
        import pyarrow.parquet as pq  # noqa: PLC0415 - the same

        table = pa.table(
            {
                "id": [one.item for one in outcomes],
                "story": [one.story for one in outcomes],
                "fold": pa.array([one.fold for one in outcomes], pa.string()),
                "why": [one.why.kind for one in outcomes],
                "score": [one.why.score for one in outcomes],
                "threshold": [one.why.threshold for one in outcomes],
                "neighbour": pa.array([one.why.neighbour for one in outcomes], pa.string()),
                "published_at": [item.published_at for item in items],
            }
        )
        folder = self.folder / "stories" / f"step={step}"
        making = folder.with_name(f".{folder.name}.making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        pq.write_table(table, making / "part.parquet")
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)

    def tell(self, **figures: object) -> None:
        """Leave the figures of a run beside its results."""
        _put(self.folder / "run.json", json.dumps(figures, default=str, indent=1).encode())


def _item(row: "Row") -> Item:
    at: datetime = moment(row["published_at"])
    return Item(id=row["id"], title=row["title"], published_at=at, source=row["source"])


def _put(path: Path, content: bytes) -> None:
    making = path.with_name(f".{path.name}.making")
    with making.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)
