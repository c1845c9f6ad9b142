"""The child gives up everything it does not need before it looks at a file."""

import subprocess
import sys

from answerable.office.people.reading.child import answer

PROBE = """
import resource
from answerable.office.people.reading.child import lock_down
lock_down()
try:
    open("/etc/hostname")
except OSError:
    print("no files")
try:
    bytearray(400 * 1024 * 1024)
except MemoryError:
    print("no memory")
print(resource.getrlimit(resource.RLIMIT_CPU)[0] <= 10)
"""


def test_after_locking_down_there_are_no_files_and_little_memory():
    told = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:3] == ["no files", "no memory", "True"]


def test_an_answer_is_rows_or_a_reason():
    assert answer(b"unit\nS\n") == {"rows": [["unit"], ["S"]]}
    assert answer(b"")["refused"] == "empty"
