from answerable.listening.sources.rules.entry import Document, Entry
from tests.answerable.listening.sources.readings import entry, read


def test_what_kinds_read_fits_the_shapes_of_the_rules():
    one: Entry = entry("fire")
    whole: Document = read(one).reading
    assert (one.key, whole.items[0].title, list(whole.refused)) == (entry("fire").key, "fire", [])
