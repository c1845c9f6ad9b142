"""Measurements of quality and speed, beside peers and our own past: `./do bench [NAME] [--quick]`.

Every module here with a NAME and a `run(shared, *, quick)` is one benchmark. It gives rows with `what`, `value`,
`unit`, `peer` (who was measured) and, where one is set, `bar`. CPU seconds are counted, never those of the clock.
"""
