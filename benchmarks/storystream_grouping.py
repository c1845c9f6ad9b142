"""Stories against their peers: quality, speed, memory, growth. `run` prints nothing; see `do bench`.

A million documents have a benchmark of their own, `storystream_million`: it takes as long as all others together.
"""

import json
import sys
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from subprocess import PIPE
from subprocess import run as run_process

import numpy as np
from river import cluster, feature_extraction
from scipy.sparse import csr_matrix
from sklearn.cluster import HDBSCAN

from benchmarks.learn_nulls import shaped, stream_items
from benchmarks.storystream_speed import Row, row
from storystream.evaluate.metrics import score
from storystream.evaluate.null import false_merge_rate
from storystream.evaluate.replay import Labelled, labelled, oracle, replay, replay_tidied, shuffled
from storystream.grouping.weighing import Rarity
from storystream.pipeline import Settings
from storystream.text import read_many

NAME = "storystream_grouping"
SETS = ("ecbplus-dev", "zh-hotlist-dev")


def run(shared: Path, *, quick: bool) -> list[Row]:
    """All rows: what, value, unit, peer. `quick`: smaller sets, for a smoke test."""
    rows = quality(shared, 2 if quick else 6)
    rows += null_rates(shared, 600 if quick else 3000)
    sizes = (2_000,) if quick else (10_000, 100_000)
    for language in ("zh", "en"):
        for size in sizes:
            rows += measured_apart(shared, language, size)
    return rows


# ---------------------------------------------------------------- quality


def quality(shared: Path, orders: int) -> list[Row]:
    """BCubed and pair F1 of ours and of every peer on the labelled sets."""
    rows = []
    for name in SETS:
        lines = (shared / "stories" / f"{name}.jsonl").read_text("utf-8").splitlines()
        told = [shuffled(labelled(lines), str(salt)) for salt in range(orders)]
        ours = [replay(order) for order in told]
        best = [oracle(order)[1] for order in told[:2]]
        rows += [
            row(f"{name} BCubed F1", mean(one.bcubed.f1 for one in ours), "0..1"),
            row(f"{name} BCubed precision", mean(one.bcubed.precision for one in ours), "0..1"),
            row(f"{name} BCubed recall", mean(one.bcubed.recall for one in ours), "0..1"),
            row(f"{name} pairs F1", mean(one.pairs.f1 for one in ours), "0..1"),
            row(f"{name} adjusted Rand index", mean(one.ari for one in ours), "-1..1"),
            row(f"{name} V-measure", mean(one.v_measure for one in ours), "0..1"),
            row(
                f"{name} BCubed F1, bar chosen on this very set", mean(one.bcubed.f1 for one in best), "0..1"
            ),
            row(f"{name} BCubed F1, tidied", mean(replay_tidied(order).bcubed.f1 for order in told), "0..1"),
            row(f"{name} pairs F1, tidied", mean(replay_tidied(order).pairs.f1 for order in told), "0..1"),
            row(f"{name} BCubed F1", ours[0].alone, "0..1", "every item alone"),
        ]
        for peer, group in PEERS.items():
            begin = time.process_time()
            figures = [score(stories, [one.label for one in told[0]]) for stories in group(told[0])]
            spent = time.process_time() - begin
            top = max(figures, key=lambda one: one.bcubed.f1)
            rows.append(row(f"{name} BCubed F1", top.bcubed.f1, "0..1, best of its settings", peer))
            rows.append(row(f"{name} pairs F1", top.pairs.f1, "0..1, best of its settings", peer))
            rows.append(row(f"{name} one run", spent / len(figures), "CPU-seconds", peer))
    return rows


def tf_idf(rows: Sequence[Labelled]) -> csr_matrix:
    """Our own terms and background, so that the peers differ in how they group alone."""
    readings = read_many(one.item for one in rows)
    terms, weights, ends = Rarity().vectors(readings)
    indptr = np.concatenate(([0], ends))
    end = int(ends[-1])
    columns, places = np.unique(terms[:end], return_inverse=True)
    return csr_matrix((weights[:end] / 32768.0, places, indptr), shape=(len(rows), len(columns)))


def first_story_detection(rows: Sequence[Labelled]) -> Iterator[list[Hashable]]:
    """Tf-idf nearest neighbour (Petrovic et al. 2010; Mazoyer et al. 2020), each of many thresholds."""
    alike = (tf_idf(rows) @ tf_idf(rows).T).toarray()
    for threshold in np.arange(0.1, 0.6, 0.05):
        stories: list[Hashable] = []
        for place in range(len(rows)):
            nearest = int(alike[place, :place].argmax()) if place else 0
            joined = place and alike[place, nearest] >= threshold
            stories.append(stories[nearest] if joined else place)
        yield stories


def density(rows: Sequence[Labelled]) -> Iterator[list[Hashable]]:
    """Batch HDBSCAN on tf-idf, as in BERTopic; noise is every item alone."""
    away = np.maximum(1.0 - (tf_idf(rows) @ tf_idf(rows).T).toarray(), 0.0)
    for least in (2, 3, 5):
        for leaf in ("eom", "leaf"):
            model = HDBSCAN(
                min_cluster_size=least,
                min_samples=1,
                metric="precomputed",
                copy=True,
                cluster_selection_method=leaf,
            )
            labels = model.fit(away).labels_.tolist()
            yield [label if label >= 0 else f"alone {place}" for place, label in enumerate(labels)]


def text_clust(rows: Sequence[Labelled]) -> Iterator[list[Hashable]]:
    """River's TextClust (Assenmacher and Trautmann 2022) on bags of words; the first 250 items, for its cost."""
    for radius in (0.3, 0.6):
        bags = feature_extraction.BagOfWords(lowercase=True, ngram_range=(1, 1))
        macro = max(len(rows) // 8, 2)
        model = cluster.TextClust(radius=radius, term_fading=False, real_time_fading=False, num_macro=macro)
        few = [f"{one.item.title} {one.item.text[:600]}" for one in rows[:250]]
        for text in few:
            model.learn_one(bags.transform_one(text))
        found: list[Hashable] = [model.predict_one(bags.transform_one(text), type="micro") for text in few]
        yield found + [f"not run {place}" for place in range(250, len(rows))]


PEERS: dict[str, Callable[[Sequence[Labelled]], Iterator[list[Hashable]]]] = {
    "tf-idf nearest neighbour": first_story_detection,
    "HDBSCAN on tf-idf (batch)": density,
    "river TextClust (250 items)": text_clust,
}


def null_rates(shared: Path, count: int) -> list[Row]:
    """Realised over stated false merges on strangers that no bar was learnt from."""
    rows = []
    for language in ("en", "zh"):
        items = list(stream_items(shared, language))
        for length_class in (0, 2):
            others = shaped(items, length_class, count, "check")
            realised = false_merge_rate(others, Settings(false_merge_rate=0.03))
            rows.append(
                row(
                    f"{language} class {length_class}: false merges, realised over stated",
                    realised / 0.03,
                    "x",
                )
            )
    return rows


def measured_apart(shared: Path, language: str, count: int) -> list[Row]:
    """Speed and peak memory of one size, in a process of its own."""
    order = [sys.executable, "-m", "benchmarks.storystream_speed", str(shared), language, str(count)]
    done = run_process(order, stdout=PIPE, check=True, cwd=Path(__file__).parents[1])
    rows: list[Row] = json.loads(done.stdout)
    return rows
