from answerable.listening.sources.rules.outcomes import Outcome
from answerable.listening.sources.rules.states import State
from answerable.listening.sources.words import LANGUAGES, OUTCOME_TONES, OUTCOMES, STATES, TONES


def test_every_state_and_outcome_has_a_word_and_a_tone():
    assert set(STATES) == set(TONES) == set(State)
    assert set(OUTCOMES) == set(OUTCOME_TONES) == set(Outcome)


def test_a_language_is_offered_once():
    assert len(dict(LANGUAGES)) == len(LANGUAGES)
