"""The archive of a file holds every paper with its hash, and is the same bytes each time."""

import hashlib
import io
import json
import zipfile

import pytest

from answerable.governance.accountability.actions import deciding
from answerable.governance.accountability.archive import archive_of
from answerable.governance.accountability.models import Paper
from answerable.governance.accountability.queries.page import file_page
from answerable.governance.accountability.rules.measures import Measure
from tests.answerable.governance.accountability.makers import LATER, Hall, heard, served

pytestmark = pytest.mark.django_db


def test_it_is_whole_hashed_and_the_same_each_time():
    hall = Hall()
    file = served(hall)
    packed = [archive_of(file_page(hall.act("olga"), file.pk, at=LATER)) for _turn in range(2)]
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as archive:
        index = json.loads(archive.read("index.json"))
        assert set(index) == set(archive.namelist()) - {"index.json"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in index.items())
        for paper in Paper.objects.filter(file=file):
            assert archive.read(f"papers/{paper.number:03}-{paper.kind}.txt").decode() == paper.text
            assert index[f"papers/{paper.number:03}-{paper.kind}.txt"] == paper.sha256
        assert json.loads(archive.read("file.json"))["measure"] == "reminder"
        acts = [one["act"] for one in json.loads(archive.read("trail.json"))]
    assert acts[0] == "accountability.open_file"
    assert "accountability.decide" in acts


def test_a_vote_that_others_may_not_see_yet_is_not_in_the_archive_either():
    hall = Hall()
    file = heard(hall)
    deciding.vote(file.pk, Measure.TALK, "emil says so.", **hall.by("emil"))
    seen = {}
    for name in ("chen", "emil"):
        packed = archive_of(file_page(hall.act(name), file.pk, at=LATER))
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            seats = json.loads(archive.read("seats-and-votes.json"))
            assert (
                "talk"
                not in archive.read("trail.json").decode().split("accountability.name_people")[-1].lower()
            )
        seen[name] = {one["measure"] for one in seats if one["name"] == "Emil"}
    assert seen == {"chen": {None}, "emil": {"talk"}}
