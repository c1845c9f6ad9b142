"""A sealed secret tells nothing and opens only with the installation's key."""

import pytest

from answerable.kernel.sealing import BrokenSeal, seal, unseal


def test_a_secret_comes_back_as_it_was():
    assert unseal(seal("whsec_密钥")) == "whsec_密钥"
    assert unseal(seal("")) == ""


def test_what_lies_in_the_database_does_not_show_the_secret():
    assert "whsec" not in seal("whsec_abc")
    assert seal("same") != seal("same")


def test_another_installation_cannot_open_it(settings):
    sealed = seal("whsec_abc")
    settings.SECRET_KEY = "another key of another house"
    with pytest.raises(BrokenSeal, match="cannot be read"):
        unseal(sealed)
