"""Recompute a draw from its bundle: python3 verify_draw.py bundle.json. Needs nothing but Python 3."""

import hashlib
import json
import sys


def sha(text):
    """Give the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def fixed_text(a):
    """Write what was fixed before the seed, line by line."""
    lists = sorted(a["lists"], key=lambda one: one["name"]) + ([a["inspectors"]] if a["inspectors"] else [])
    lines = ["answerable-draw/1", "draw " + a["draw"]] + ["seed " + one for one in a["sources"]]
    for one in lists:
        lines.append(f"list {one['name']} take {one['take']} of {len(one['members'])}")
        lines += sorted(f"{m['id']} {m['unit']}" for m in one["members"])
    if a["times"]:
        lines += [f"pair {a['times']}"] + [f"{w} {x} {y}" for w in ("apart", "last") for x, y in sorted(a[w])]
    return "\n".join(lines) + "\n"


def drawn(a, seed, recusals):
    """Draw the smallest tickets, then for each target the first inspectors who need not step aside."""
    smallest = lambda ids: sorted(ids, key=lambda one: sha(seed + "," + one))  # noqa: E731
    won = {one["name"]: smallest(m["id"] for m in one["members"])[: one["take"]] for one in a["lists"]}
    if not a["inspectors"]:
        return {"drawn": won, "teams": {}}
    home = {m["id"]: m["unit"] for one in [*a["lists"], a["inspectors"]] for m in one["members"]}
    order = smallest(m["id"] for m in a["inspectors"]["members"])
    aside = {(one["inspector"], one["target"]) for one in recusals}
    free = lambda i, t: (home[i] != home[t] or home[t] == "-") and not {(i, t), (i, "")} & aside  # noqa: E731
    take = a["inspectors"]["take"]
    teams = {t: [i for i in order if free(i, t)][:take] for ids in won.values() for t in ids}
    return {"drawn": won, "teams": teams}


def pairs_hold(a, result):
    """Say whether every round of pairs has everybody once on each side, nobody at itself, and no pair ruled out."""
    units, apart = sorted(m["id"] for one in a["lists"] for m in one["members"]), list(map(list, a["apart"]))
    good = lambda p: sorted(p) == units == sorted(p.values()) and all(x != y and [x, y] not in apart for x, y in p.items())  # noqa: E731, E501
    return len(result["pairs"]) == a["times"] and all(map(good, result["pairs"]))


def faults(b):
    """Name everything that does not agree."""
    a, seeds, text = b["announced"], b["seeds"], fixed_text(b["announced"])
    told = b["seed"] and min(one["told_at"] for one in seeds)
    sealed = [one for one in seeds if one["committed"]]
    right = {
        "list": b["commitment"]["text"] == text,
        "hash": b["commitment"]["sha256"] == sha(text),
        "seed": not told or b["seed"] == "|".join(f"{one['source']}={one['value']}" for one in seeds),
        "sources": not told or [one["source"] for one in seeds] == a["sources"],
        "sealed": not told or all(sha(one["value"]) == one["committed"] for one in sealed),
        "order": not told or max([b["commitment"]["at"], *(one["committed_at"] for one in sealed)]) <= told,
        "result": not b["result"]
        or (pairs_hold(a, b["result"]) if a["times"] else drawn(a, b["seed"], b["recusals"]) == b["result"]),
    }
    return [name for name, holds in right.items() if not holds]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        found = faults(json.load(file))
    sys.stdout.write(f"does not agree: {', '.join(found)}\n" if found else "everything agrees\n")
    sys.exit(1 if found else 0)
