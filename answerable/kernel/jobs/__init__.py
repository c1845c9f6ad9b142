"""Work that happens outside a page: queued in the caller's transaction, done at least once.

On django-tasks and its database queue; what is ours is the lease, the retry, the schedule and the key that
keeps a job from being queued twice. What it is not: a place for decisions; a job calls one action or query.
Main words: *worker* (a process with a heartbeat), *slot* (one planned run of a schedule), *key* (says "same job").
"""
