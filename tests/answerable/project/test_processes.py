"""The processes of an installation are the web server and its workers."""

from answerable.project import processes


def test_the_tree_is_the_web_server_and_its_workers():
    children = processes.tree("127.0.0.1", 8000, workers=3)
    assert [child.name for child in children] == ["web", "worker 1", "worker 2", "worker 3"]
    assert "answerable.project.wsgi:application" in children[0].command
    assert list(children[1].command)[-1] == "worker"


def test_the_web_server_listens_where_it_is_told():
    command = processes.web_command("127.0.0.1", 8123, workers=2)
    assert command[command.index("--port") + 1] == "8123"
    assert command[command.index("--workers") + 1] == "2"
