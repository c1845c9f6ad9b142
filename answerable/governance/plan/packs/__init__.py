"""The packs that ship: one YAML file each, named by its id."""

from functools import cache
from pathlib import Path

from answerable.governance.plan.rules.packs import Pack, read_pack

FOLDER = Path(__file__).resolve().parent


@cache
def shipped_packs() -> dict[str, Pack]:
    """Give every pack that ships, by its id. A pack that cannot be read is a defect and is loud."""
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        reading = read_pack(path.read_text(encoding="utf-8"), path.name)
        if reading.pack is None or reading.problems:
            raise ValueError(f"{path.name}: {reading.problems}")
        found[reading.pack.id] = reading.pack
    return found
