"""Parses and cleans in a limited child process, so that a hostile document harms at most itself.

What it is not: fetching, storing or deciding what to read. Main words: *child* (the limited process), *gate* (the
one place where text is cleaned and masked), *reading* (items or a refusal; never an exception).

    from answerable.listening.sources.reading.pool import read_document, read_article, discover
    reading = read_document("feed", answer, settings_as_mapping, memory, at=at)
"""
