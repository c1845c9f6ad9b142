"""A stream's state as named arrays: what is saved, what is loaded, and what the digest covers.

No pickle: an npz of plain arrays and one JSON text, so that a state can be read anywhere and runs nothing.
"""

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storystream.grouping.grouper import Grouping
from storystream.grouping.tables import (
    DOCUMENTS,
    STORIES,
    TERMS,
    Documents,
    Postings,
    Stories,
    Vectors,
    longer,
    no_postings,
)
from storystream.grouping.weighing import Day, Rarity

#: Written into every state; a state of another version is refused.
VERSION: Final = 2

Parts = dict[str, NDArray[Any]]


def grouping_parts(grouping: Grouping) -> Parts:
    """The tables of a grouping, without spare room and without anything that depends on the number of shards."""
    grouping.compact(always=True)
    ground = grouping.ground
    tally = ground.tally
    parts: Parts = {"tally": tally, "live": ground.live, "hours": ground.hours, "curves": ground.curves}
    parts |= _trimmed("documents", ground.documents, int(tally[DOCUMENTS]))
    parts |= _trimmed("vectors", ground.vectors, int(tally[TERMS]))
    parts |= _trimmed("stories", ground.stories, int(tally[STORIES]))
    parts["stories.reps"] = _standing(ground.stories, int(tally[STORIES]))
    parts["meaning"] = ground.meaning[: int(tally[DOCUMENTS])]
    parts["turns.term"] = np.flatnonzero(ground.postings.turns).astype(np.uint32)
    parts["turns.count"] = ground.postings.turns[parts["turns.term"]]
    parts["postings"] = _postings(ground.postings)
    return parts


def _trimmed(prefix: str, table: Documents | Vectors | Stories, size: int) -> Parts:
    return {f"{prefix}.{name}": getattr(table, name)[:size] for name in table._fields}


def _standing(stories: Stories, size: int) -> NDArray[np.int32]:
    """The representatives, with zeros where a story has fewer."""
    used = np.arange(stories.reps.shape[1]) < stories.standing[:size, None]
    return np.where(used, stories.reps[:size], 0).astype(np.int32)


def _postings(postings: Postings) -> NDArray[np.int64]:
    """All postings as rows of (term, turn, document, weight), in that order."""
    tables = []
    for shard in range(postings.head.shape[0]):
        rows = postings.rows[shard, : int(postings.used[shard])]
        heads = np.flatnonzero(postings.head[shard] >= 0)
        # a compacted index holds each term's postings in a row, the terms ascending
        terms = np.repeat(heads, np.diff(postings.head[shard][heads], prepend=-1))
        tables.append(np.column_stack((terms, rows[:, 3], rows[:, 1], rows[:, 2])))
    table = np.concatenate(tables)
    return table[np.lexsort((table[:, 1], table[:, 0]))].astype(np.int64)


def restore_grouping(grouping: Grouping, parts: Mapping[str, NDArray[Any]]) -> None:
    """Fill an empty grouping from `grouping_parts`."""
    ground = grouping.ground
    documents = Documents(*[np.array(parts[f"documents.{name}"]) for name in Documents._fields])
    size = len(documents.start)
    grouping.ground = ground._replace(
        documents=documents,
        vectors=Vectors(*[np.array(parts[f"vectors.{name}"]) for name in Vectors._fields]),
        stories=Stories(*[np.array(parts[f"stories.{name}"]) for name in Stories._fields]),
        postings=_restored(grouping, parts),
        meaning=np.array(parts["meaning"]),
        tally=np.array(parts["tally"]),
        live=np.array(parts["live"]),
        hours=np.array(parts["hours"]),
        curves=np.array(parts["curves"]),
        sums=longer(ground.sums, size),
        touched=longer(ground.touched, size),
    )
    grouping.settled()


def _restored(grouping: Grouping, parts: Mapping[str, NDArray[Any]]) -> Postings:
    empty = no_postings(grouping.shards)
    empty.turns[parts["turns.term"]] = parts["turns.count"]
    table = parts["postings"]
    owners = np.asarray(parts["documents.serial"])[table[:, 2]] % grouping.shards
    tables = [table[owners == shard] for shard in range(grouping.shards)]
    rows = np.zeros((grouping.shards, max(map(len, tables)), 4), np.int32)
    for shard, own in enumerate(tables):
        count = len(own)
        follows = np.zeros(count, np.bool_)
        follows[1:] = own[1:, 0] == own[:-1, 0]
        rows[shard, :count, 0] = np.where(follows, np.arange(count) - 1, -1)
        rows[shard, :count, 1:] = own[:, [2, 3, 1]]
        empty.head[shard, own[:, 0]] = np.arange(count)  # the last of equal terms stays: its newest
        empty.used[shard] = count
    return empty._replace(rows=rows)


def rarity_parts(rarity: Rarity) -> tuple[Parts, dict[str, Any]]:
    """The tables of a rarity, and its counters for the JSON text."""
    parts: Parts = {}
    parts["frequency.term"] = np.flatnonzero(rarity.frequency).astype(np.uint32)
    parts["frequency.count"] = rarity.frequency[parts["frequency.term"]]
    parts["today"] = rarity.counted()
    for place, day in enumerate(rarity.days):
        parts[f"day{place}.term"], parts[f"day{place}.count"] = day.terms, day.counts
    days = [day.documents for day in rarity.days]
    return parts, {"documents": rarity.documents, "seen": rarity.seen, "days": days}


def restore_rarity(rarity: Rarity, parts: Mapping[str, NDArray[Any]], counters: Mapping[str, Any]) -> None:
    """Fill an empty rarity from `rarity_parts`."""
    rarity.documents, rarity.seen = dict(counters["documents"]), dict(counters["seen"])
    rarity.frequency[:] = 0
    rarity.frequency[parts["frequency.term"]] = parts["frequency.count"]
    rarity.today = [np.array(parts["today"])]
    rarity.refresh()
    for place, documents in enumerate(counters["days"]):
        day = Day(documents, np.array(parts[f"day{place}.term"]), np.array(parts[f"day{place}.count"]))
        rarity.days.append(day)


def packed(parts: Parts, text: Mapping[str, Any]) -> bytes:
    """One file of all parts and the JSON text."""
    buffer = io.BytesIO()
    save: Any = np.savez  # its stubs take every further array for a flag
    save(buffer, text=np.frombuffer(_plain(text), np.uint8), **{name: parts[name] for name in sorted(parts)})
    return buffer.getvalue()


def unpacked(state: bytes) -> tuple[Parts, dict[str, Any]]:
    """The parts and the text of `packed`; ValueError when the bytes are no state of this version."""
    try:
        with np.load(io.BytesIO(state), allow_pickle=False) as archive:
            parts = {name: archive[name] for name in archive.files}
        text: dict[str, Any] = json.loads(parts.pop("text").tobytes())
    except (ValueError, OSError, KeyError, EOFError) as problem:
        raise ValueError(f"these bytes are no saved stream: {problem}") from problem
    if text.get("version") != VERSION:
        raise ValueError(f"a saved stream of version {text.get('version')}, not {VERSION}")
    return parts, text


def digest(parts: Parts, text: Mapping[str, Any]) -> str:
    """SHA-256 over all parts and the text, in hexadecimal."""
    whole = hashlib.sha256(_plain(text))
    for name in sorted(parts):
        whole.update(f"{name} {parts[name].dtype.str} {parts[name].shape}\n".encode())
        whole.update(np.ascontiguousarray(parts[name]).tobytes())
    return whole.hexdigest()


def _plain(text: Mapping[str, Any]) -> bytes:
    return json.dumps(text, sort_keys=True).encode()
