"""From one language to the other."""

from answerable.response.answers_site.rules.switch import ways

FRONTS = {"zh": "/answers/zh/", "en": "/answers/en/"}


def test_a_translated_page_leads_to_its_translation():
    [way] = ways("zh", {"en": "/answers/x-2/"}, FRONTS)
    assert (way.link, way.tag, way.same) == ("/answers/x-2/", "en", True)


def test_a_page_without_translation_leads_to_the_first_page_and_says_it_is_another():
    [way] = ways("en", {}, FRONTS)
    assert (way.link, way.tag, way.same) == ("/answers/zh/", "zh-Hans", False)
