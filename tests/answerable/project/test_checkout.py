"""The verbs of developers find the checkout, or say that there is none."""

from pathlib import Path

import pytest

from answerable.project import checkout


def test_the_checkout_is_found():
    assert checkout.need_checkout() == Path(__file__).resolve().parents[3]


def test_an_installed_package_says_that_it_is_none(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(checkout, "ROOT", tmp_path)
    with pytest.raises(SystemExit) as ended:
        checkout.need_checkout()
    assert ended.value.code == 2
    assert "checkout" in capsys.readouterr().err
