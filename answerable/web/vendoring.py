"""How the front-end files of others came into static/web/vendor, so that anybody can take them again and compare.

    npm pack htmx.org@2.0.11 bootstrap@5.3.9 echarts@6.1.0 bootstrap-icons@1.13.2
    python -m answerable.web.vendoring FOLDER_WITH_THE_PACKAGES

It writes the icons that pages use and each file with its source-map reference taken off (the map is not shipped, and
collecting static files fails over a reference that leads nowhere), the licences, and the checksums that a test holds.
"""

import argparse
import hashlib
import re
import sys
import tarfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parent / "static" / "web" / "vendor"
ICONS = Path(__file__).resolve().parent / "icons"
SUMS = "vendor.sha256"
#: Our own drawing among the icons.
OWN_ICON = "mark"
#: Package -> files in it and the names they get here.
TAKEN = {
    "htmx.org-2.0.11.tgz": {"dist/htmx.min.js": "htmx-2.0.11.min.js", "LICENSE": "htmx.LICENSE"},
    "bootstrap-5.3.9.tgz": {
        "dist/css/bootstrap.min.css": "bootstrap-5.3.9.min.css",
        "dist/js/bootstrap.bundle.min.js": "bootstrap-5.3.9.bundle.min.js",
        "LICENSE": "bootstrap.LICENSE",
    },
    "echarts-6.1.0.tgz": {
        "dist/echarts.min.js": "echarts-6.1.0.min.js",
        "LICENSE": "echarts.LICENSE",
        "NOTICE": "echarts.NOTICE",
    },
    "bootstrap-icons-1.13.2.tgz": {"LICENSE": "bootstrap-icons.LICENSE"},  # and those of ICON_PACKAGE
}
ICON_PACKAGE = "bootstrap-icons-1.13.2.tgz"
_MAP = re.compile(rb"\n?(//# sourceMappingURL=[^\n]*|/\*# sourceMappingURL=[^*]*\*/)\n?")


def without_map(content: bytes) -> bytes:
    """Take off the reference to a source map."""
    return _MAP.sub(b"\n", content)


def files_of(package: Path, names: dict[str, str]) -> dict[str, bytes]:
    """Read the wanted files of one package."""
    found = {}
    with tarfile.open(package) as archive:
        for inside, name in names.items():
            member = archive.extractfile(f"package/{inside}")
            if member is None:
                raise FileNotFoundError(f"{inside} is not in {package.name}")
            found[name] = without_map(member.read())
    return found


def icons_of(package: Path) -> dict[str, bytes]:
    """Read the icons that web/icons holds now; a new one is added by putting an empty file of its name there."""
    names = [path.name for path in ICONS.glob("*.svg") if path.stem != OWN_ICON]
    return files_of(package, {f"icons/{name}": name for name in names})


def checksums(folder: Path) -> str:
    """Write the checksums of what runs in a browser, as sha256sum does."""
    names = sorted(path.name for path in folder.iterdir() if path.suffix in (".js", ".css"))
    return "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)


def main(arguments: list[str] | None = None) -> int:
    """Take the files anew."""
    parser = argparse.ArgumentParser(prog="answerable.web.vendoring", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the packages lie")
    parser.add_argument("--into", type=Path, default=VENDOR, help="where they go (default: %(default)s)")
    parser.add_argument("--icons", type=Path, default=ICONS, help="where icons go (default: %(default)s)")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    for package, names in TAKEN.items():
        for name, content in files_of(options.folder / package, names).items():
            (options.into / name).write_bytes(content)
    for name, content in icons_of(options.folder / ICON_PACKAGE).items():
        (options.icons / name).write_bytes(content)
    (options.into / SUMS).write_text(checksums(options.into))
    sys.stdout.write(f"{options.into}: {sum(len(names) for names in TAKEN.values())} files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
