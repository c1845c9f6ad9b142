"""An installation makes its secret once and keeps it to itself."""

from answerable.project.secret import key_of, secret_key


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    first = secret_key(tmp_path / "new", mode="serve")
    assert secret_key(tmp_path / "new", mode="serve") == first
    assert len(first) > 60
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o077 == 0


def test_two_installations_have_two_secrets(tmp_path):
    assert secret_key(tmp_path / "a", mode="serve") != secret_key(tmp_path / "b", mode="serve")


def test_a_secret_may_come_from_a_file_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").write_text("kept by the operator\n")
    monkeypatch.setenv("ANSWERABLE_SECRET_FILE", str(tmp_path / "elsewhere"))
    assert secret_key(tmp_path, mode="serve") == "kept by the operator"


def test_a_key_comes_from_a_file_or_from_the_environment_or_is_empty(tmp_path, monkeypatch):
    assert key_of("A_KEY") == ""
    monkeypatch.setenv("A_KEY", "in the open")
    assert key_of("A_KEY") == "in the open"
    (tmp_path / "key").write_text("in a file\n")
    monkeypatch.setenv("A_KEY_FILE", str(tmp_path / "key"))
    assert key_of("A_KEY") == "in a file"
