"""The files of others are the ones that were taken, with their licences, and nothing is fetched from elsewhere."""

import io
import re
import tarfile
from pathlib import Path

import pytest

from answerable.web import vendoring

WEB = vendoring.VENDOR.parent
TEMPLATES = WEB.parents[1] / "templates"


def test_the_vendored_files_are_the_ones_that_were_taken():
    assert vendoring.checksums(vendoring.VENDOR) == (vendoring.VENDOR / vendoring.SUMS).read_text()


def test_every_vendored_library_has_its_licence_beside_it():
    libraries = {path.name.split("-")[0] for path in vendoring.VENDOR.glob("*.js")}
    assert libraries == {"bootstrap", "echarts", "htmx"}
    assert all((vendoring.VENDOR / f"{library}.LICENSE").exists() for library in libraries)


def test_no_file_points_to_a_source_map_that_is_not_shipped():
    assert not [path for path in vendoring.VENDOR.iterdir() if b"sourceMappingURL" in path.read_bytes()]


@pytest.mark.parametrize("path", [*WEB.glob("*.js"), *WEB.glob("*.css"), *TEMPLATES.rglob("*.html")], ids=str)
def test_nothing_is_loaded_from_another_host(path: Path):
    text = re.sub(r'xmlns="http://www.w3.org/2000/svg"', "", path.read_text())
    assert not re.search(r"""(src|href|url|import|fetch)\s*[=(]?\s*["'(]?\s*(https?:)?//""", text)


def test_a_package_gives_its_files_without_their_source_maps(tmp_path):
    package = tmp_path / "thing-1.0.0.tgz"
    with tarfile.open(package, "w:gz") as archive:
        content = b"let a=1;\n//# sourceMappingURL=thing.js.map\n"
        member = tarfile.TarInfo("package/dist/thing.js")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    assert vendoring.files_of(package, {"dist/thing.js": "thing.js"}) == {"thing.js": b"let a=1;\n"}


def test_a_reference_in_a_style_sheet_is_taken_off_too():
    assert vendoring.without_map(b"a{}\n/*# sourceMappingURL=a.css.map */") == b"a{}\n"
