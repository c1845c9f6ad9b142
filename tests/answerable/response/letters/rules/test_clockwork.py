"""The words by which other rooms know the room's things."""

from datetime import timedelta

from answerable.response.letters.rules import clockwork


def test_every_thing_has_a_subject_and_a_page_of_its_own():
    subjects = {clockwork.letter_subject(7), clockwork.reply_subject(7), clockwork.inquiry_subject(7)}
    links = {clockwork.letter_link(7), clockwork.reply_link(7), clockwork.inquiry_link(7)}
    assert subjects == {"letter:7", "reply:7", "inquiry:7"}
    assert len(links) == 3
    assert all(link.startswith("/respond/letters/") for link in links)


def test_a_contact_outlives_the_time_for_opening_again_only_by_what_is_stated():
    assert clockwork.days(clockwork.CONTACT_DAYS) == timedelta(days=30)
    assert clockwork.REOPEN_DAYS < clockwork.CONTACT_DAYS
