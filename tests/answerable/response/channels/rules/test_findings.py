"""What the machine finds before a person reads."""

from datetime import date

from answerable.response.channels.rules.findings import Listed, Lists, Sort, findings, left

TODAY = date(2026, 3, 2)
NAMES = (
    Listed("Emil Novak", "Deputy Director", ("Emil Nowak",)),
    Listed("Boris Brown", "Director"),
)


def sorts(body: str, title: str = "", **lists) -> list[Sort]:
    return [one.sort for one in findings(title, body, Lists(**lists), today=TODAY)]


def test_a_clean_text_has_no_finds():
    assert sorts("Water is off from nine to one. ![A digger in Mill Lane](https://w.example/a.jpg)",
                 links={"https://w.example/a.jpg": (True, "")}) == []  # fmt: skip


def test_personal_data_secrecy_and_guarded_words_are_found():
    found = sorts("Call 13812345678. 机密. Project Heron", guarded=("Heron",))
    assert set(found) == {Sort.PERSONAL, Sort.SECRECY, Sort.GUARDED}


def test_a_name_written_wrong_is_found_with_the_right_one():
    found = findings("", "said Emil Nowak", Lists(names=NAMES), today=TODAY)
    assert [(one.sort, one.right) for one in found] == [(Sort.NAME, "Emil Novak")]


def test_a_title_that_belongs_to_somebody_else_is_found():
    assert sorts("Director Emil Novak said so.", names=NAMES) == [Sort.TITLE]
    assert sorts("Emil Novak, Director, said so.", names=NAMES) == [Sort.TITLE]


def test_the_right_title_is_left_alone_even_when_it_holds_the_other():
    assert sorts("Deputy Director Emil Novak and Director Boris Brown said so.", names=NAMES) == []


def test_a_picture_needs_words_of_its_own():
    known = {"https://w.example/a.jpg": (True, "")}
    for alt in ("", "IMG_2031.jpg", "图片1", "photo"):
        assert sorts(f"![{alt}](https://w.example/a.jpg)", links=known) == [Sort.PICTURE]


def test_a_link_is_looked_at_before_people_read():
    address = "https://w.example/x"
    assert sorts(f"See {address}") == [Sort.UNSEEN]
    assert sorts(f"See {address}", links={address: (False, "HTTP 404")}) == [Sort.LINK]
    assert sorts(f"See {address}", links={address: (True, "")}) == []


def test_dates_and_figures_are_found():
    found = sorts("Tuesday, 9 March 2026 and 30 February 2026; 150 of 200 homes (85 %)")
    assert found == [Sort.WEEKDAY, Sort.DATE, Sort.SHARE]
    assert sorts("50 homes", "40 homes") == [Sort.FIGURE]


def test_a_reason_settles_a_find_but_never_a_wrong_date():
    found = findings("", "30 February 2026; Heron", Lists(guarded=("Heron",)), today=TODAY)
    explained = {one.key: "It is the name of a street." for one in found}
    assert [one.sort for one in left(found, explained)] == [Sort.DATE]
    assert len(left(found, {})) == 2


def test_a_find_is_told_once():
    assert sorts("Heron, Heron, heron", guarded=("Heron",)) == [Sort.GUARDED]
