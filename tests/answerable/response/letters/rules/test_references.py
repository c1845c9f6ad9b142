"""Numbers and codes."""

from answerable.response.letters.rules.references import LETTERS, code_hash, keys_of, reference_in

SEED = bytes(range(32))


def test_the_same_chance_gives_the_same_keys_and_another_part_others():
    assert keys_of(SEED) == keys_of(SEED)
    assert keys_of(SEED, "2").reference != keys_of(SEED).reference


def test_a_code_has_more_than_a_hundred_and_twenty_bits():
    assert len(LETTERS) ** len(keys_of(SEED).code) > 2**120


def test_no_sign_of_a_key_is_mistaken_for_another():
    assert not set("01ILOU") & set(LETTERS)
    assert len(set(LETTERS)) == len(LETTERS)


def test_a_reference_says_nothing_of_its_code():
    keys = keys_of(SEED)
    assert keys.reference.replace("-", "")[1:] not in keys.code


def test_blanks_hyphens_and_small_letters_of_a_code_do_not_matter():
    code = keys_of(SEED).code
    typed = f" {code[:5].lower()}-{code[5:]} "
    assert code_hash(typed) == code_hash(code)


def test_a_reference_is_found_in_the_subject_of_an_answer():
    keys = keys_of(SEED)
    assert reference_in(f"答复: Re: your letter {keys.reference.lower()}!") == keys.reference


def test_a_subject_without_a_reference_gives_none():
    assert reference_in("Re: L-12 and more") == ""


def test_a_thousand_references_are_a_thousand_different_ones():
    assert len({keys_of(SEED, str(number)).reference for number in range(1000)}) == 1000
