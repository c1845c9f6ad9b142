from answerable.listening.sources.rules.publications import meant

OFFERED = ((3, "Post"), (7, "City Post"))


def test_a_publication_is_meant_by_its_number_or_its_whole_name():
    assert meant("7", OFFERED) == 7
    assert meant(" post ", OFFERED) == 3


def test_a_part_of_a_name_means_the_only_one_that_fits():
    assert meant("city", OFFERED[1:]) == 7
    assert meant("po", OFFERED) is None
    assert meant("", OFFERED) is None
    assert meant("radio", ()) is None
