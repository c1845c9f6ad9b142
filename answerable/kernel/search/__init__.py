"""Full-text search that finds two-character Chinese words, the same on both databases.

Text is cut into overlapping pairs of characters (Chinese, Japanese, Korean) and whole words (other scripts);
a run of characters is searched as a phrase, so a hit is a substring. FTS5 on SQLite, tsvector on PostgreSQL.
See docs/decisions/0007-search.md. Main words: *gram* (one searchable piece), *index* (a table of grams).
"""
