"""S9: what comes from outside is named, held by hashes and allowed; and no secret lies in the repository.

Read are the lock files, the installed packages' own statements and every tracked file; nothing is asked of a network.
The list of parts is the lock file itself: docs/reference/licences.md names them for readers. Each check is tried on a
doctored copy, too.
"""

import re
import subprocess
import tomllib
from collections import Counter
from importlib import metadata
from math import log2
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-spark.lock", "requirements-tools.lock")
LOCKED = re.compile(r"([A-Za-z0-9._-]+)==([^ ;]+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")
#: A licence that may not go into what is handed on: it would have to be everybody's licence.
FORBIDDEN = re.compile(
    r"\b(?:AGPL|Affero|SSPL|BUSL|Commons Clause)|(?<!L)(?<!Lesser )\bGPL|(?<!Lesser )General Public"
)
#: Allowed all the same: used as a library, or chosen among several licences. The page of licences says so.
CHOSEN = {
    "tld": "MPL-1.1, chosen among its three",
    "psycopg": "LGPL",
    "psycopg-binary": "LGPL",
    "psycopg-pool": "LGPL",
}
SECRETS = re.compile(
    r"-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
    r"|\bxox[abpr]-[0-9A-Za-z-]{20,}|\bsk-[A-Za-z0-9]{32,}\b|\bAIza[0-9A-Za-z_-]{35}\b"
)
GIVEN = re.compile(
    r"(?i)\b(?:password|passwd|secret|token|api_?key)\w*[\"']?\s*[:=]\s*[\"']([A-Za-z0-9+/_=-]{20,})[\"']"
)


def plain(name):
    """A package's name as every index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wishes(text):
    """The entries of a lock file, each on one line."""
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and line[0] not in "#-"]


def locked(text):
    """What a lock file holds: {name: versions}; there are several where they hang on the version of Python."""
    found = {}
    for line in wishes(text):
        if entry := LOCKED.match(line):
            found.setdefault(plain(entry[1]), set()).add(entry[2])
    return found


def unheld(text):
    """Entries of a lock file without a hash, or by anything but one version."""
    return [line.split()[0] for line in wishes(text) if not (LOCKED.match(line) and HASH.search(line))]


@pytest.mark.parametrize("name", LOCKS)
def test_every_part_is_held_by_one_version_and_its_hashes(name, tally):
    text = (ROOT / name).read_text()
    assert unheld(text) == []
    tally(cases=len(wishes(text)))


def test_the_control_without_a_hash_or_with_a_range_is_noticed(tally):
    text = (ROOT / "requirements.lock").read_text()
    first = wishes(text)[0]
    bare = "\n".join([HASH.sub("", first), *wishes(text)[1:]])
    assert unheld("\n".join(wishes(text))) == []
    assert unheld(bare) == [first.split()[0]]
    assert unheld(first.replace("==", ">=", 1)) == [first.split()[0].replace("==", ">=")]
    assert unheld("thing @ https://example.org/thing.whl") == ["thing"]
    tally(cases=3, faults=3, control=True)


def installed():
    """What is installed here: {name: version}."""
    return {plain(one.metadata["Name"]): one.version for one in metadata.distributions()}


def strangers(found, lock):
    """Installed packages that the lock holds in another version."""
    return {name: version for name, version in found.items() if version not in lock.get(name, {version})}


def test_what_runs_here_is_what_the_lock_says(tally):
    lock = locked((ROOT / "requirements-dev.lock").read_text())
    found = installed()
    assert len(found.keys() & lock.keys()) > 100, "the lock is not installed here"
    assert strangers(found, lock) == {}
    assert strangers({**found, "django": "1.0"}, lock) == {"django": "1.0"}
    tally(cases=len(found), faults=1, control=True)


def licence_of(name):
    """What an installed package says of its licence."""
    told = metadata.metadata(name)
    classified = [one for one in told.get_all("Classifier", []) if one.startswith("License")]
    return " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:60], *classified])


def not_allowed(licences):
    """The packages whose licence would bind everybody who hands the product on."""
    return {name: told for name, told in licences.items() if FORBIDDEN.search(told) and name not in CHOSEN}


def test_every_part_of_the_product_has_a_licence_that_is_allowed(tally):
    wanted = locked((ROOT / "requirements.lock").read_text())
    here = installed()
    licences = {name: licence_of(name) for name in wanted if name in here}
    assert len(licences) > len(wanted) * 0.9
    assert not_allowed(licences) == {}
    page = (ROOT / "docs/reference/licences.md").read_text()
    assert [name for name, told in licences.items() if not told.strip() and name not in page] == []
    tally(cases=len(licences))


@pytest.mark.parametrize(
    "told", ["AGPL-3.0-only", "GPL-3.0-or-later", "License :: OSI Approved :: GNU General Public License v3"]
)
def test_the_control_with_a_licence_that_binds_everybody_is_noticed(told, tally):
    assert not_allowed({"thing": told}) == {"thing": told}
    assert not_allowed({"thing": "LGPL-3.0-only"}) == {}
    tally(cases=1, faults=1, control=True)


def test_the_licence_we_give_is_the_one_the_project_file_names(tally):
    said = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["license"]
    said = said if isinstance(said, str) else next(iter(said.values()))
    words = (ROOT / "LICENSE").read_text()[:400]
    assert said.split("-")[0].lower() in words.lower() or said == "LICENSE"
    tally(cases=1)


def is_random(word):
    """Whether a word looks drawn and not written: many different letters, capitals and digits among them."""
    counts = Counter(word)
    spread = -sum(count / len(word) * log2(count / len(word)) for count in counts.values())
    return spread > 3.8 and re.search(r"\d", word) and re.search(r"[A-Z]", word) and re.search(r"[a-z]", word)


def secrets(text):
    """What in a text looks like a key of somebody's."""
    return [found[0] for found in SECRETS.finditer(text)] + [
        found[1] for found in GIVEN.finditer(text) if is_random(found[1])
    ]


#: Made for tests and of no use elsewhere, and the patterns of this file.
KNOWN = ("tests/", "benchmarks/")


def test_no_secret_lies_in_the_repository(tally):
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    read, found = 0, {}
    for name in names:
        path = ROOT / name
        if name.startswith(KNOWN) or not path.is_file() or path.stat().st_size > 2_000_000:
            continue
        read += 1
        if seen := secrets(path.read_text(encoding="utf-8", errors="replace")):
            found[name] = seen
    assert found == {}
    assert read > 500
    tally(cases=read)


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQ",
        "aws = '" + "AKIA" + "IOSFODNN7EXAMPLE'",
        "url = 'https://x:" + "ghp_" + "a1B2" * 9 + "@example.org'",
        "SECRET_KEY = '" + "q8Zt3VnL0sKx7RbW2mYd9GhF" + "'",
        '{"api_key": "' + "Xb7Kq02LmPz91TtRw4Yc8Nd" + '"}',
    ],
)
def test_the_control_with_a_secret_in_it_is_noticed(text, tally):
    assert secrets(text)
    assert not secrets("password = 'correct-horse-battery-staple'")
    tally(cases=1, faults=1, control=True)
