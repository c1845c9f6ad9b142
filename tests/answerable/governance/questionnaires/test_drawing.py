"""The square on a slip."""

from answerable.governance.questionnaires.drawing import scanned


def test_the_code_stands_behind_the_hash_and_the_slip_draws_itself():
    slip = scanned("ABCDEFGHJKMN", "http://localhost/a/")
    assert slip.code == "ABCD-EFGH-JKMN"
    assert slip.square.startswith("<svg")
    assert "script" not in slip.square
    assert scanned("ABCDEFGHJKMP", "http://localhost/a/").square != slip.square
