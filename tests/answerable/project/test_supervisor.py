"""The supervisor keeps its children running and takes them down whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from answerable.project.supervisor import Child, Supervisor

#: Seconds to wait for what must come; a child that was left behind lives ten times as long.
PATIENCE_S = 60
PARENT = """
import sys
from answerable.project.supervisor import Child, Supervisor
script = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\\\n'); time.sleep(float(sys.argv[2]))"
children = [Child("steady", [sys.executable, "-c", script, sys.argv[1], "600"])]
if sys.argv[2:] == ["mortal"]:
    children.append(Child("mortal", [sys.executable, "-c", script, sys.argv[1] + ".mortal", "0"]))
sys.exit(Supervisor(children).run())
"""


def start(path, *words):
    root = Path(__file__).resolve().parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", PARENT, str(path), *words],
        env={**os.environ, "PYTHONPATH": str(root)},
        stderr=subprocess.PIPE,
        text=True,
    )


def pids(path, count=1):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if path.exists() and len(lines := path.read_text().split()) >= count:
            return [int(line) for line in lines]
        time.sleep(0.05)
    raise AssertionError(f"{path} never had {count} lines")


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(pid):
    deadline = time.monotonic() + PATIENCE_S
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive(pid)


def test_ctrl_c_ends_the_whole_tree(tmp_path):
    parent = start(tmp_path / "pids")
    (child,) = pids(tmp_path / "pids")
    parent.send_signal(signal.SIGINT)
    assert parent.wait(timeout=PATIENCE_S) == 0
    assert wait_until_gone(child)
    parent.stderr.close()


def test_a_killed_supervisor_leaves_no_orphans(tmp_path):
    parent = start(tmp_path / "pids")
    (child,) = pids(tmp_path / "pids")
    parent.kill()
    parent.wait(timeout=PATIENCE_S)
    assert wait_until_gone(child)
    parent.stderr.close()


def test_a_child_that_dies_is_started_again_and_told_of(tmp_path):
    parent = start(tmp_path / "pids", "mortal")
    assert len(pids(tmp_path / "pids.mortal", 2)) >= 2
    parent.send_signal(signal.SIGTERM)
    _out, told = parent.communicate(timeout=PATIENCE_S)
    assert "mortal ended with 0" in told


def test_a_child_that_keeps_dying_waits_longer_each_time():
    child = Child("mortal", [sys.executable, "-c", ""])
    told = []
    supervisor = Supervisor([child], tell=told.append)
    waits = []
    for _ in range(4):
        supervisor._start(child)
        child.process.wait()
        supervisor._look_after(child)
        waits.append(child.wait)
    assert waits == [0.5, 1.0, 2.0, 4.0]
    assert len(told) == 4
