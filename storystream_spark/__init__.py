"""storystream on Spark: archives and streams too large for one machine's reading.

What it is: the same functions of `storystream`, spread out where they are dear (extraction, segmentation, hashing) and
run by one writer where order matters (folding and grouping). What it is not: another way to find stories. Main words:
*record* (one item as a row), *backfill* (an archive, day by day), *follow* (a stream, batch by batch).
"""
