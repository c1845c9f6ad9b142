"""What is read and how it is fetched: publications and the body's own channels, never people.

What it is not: a crawler of private accounts; no author, byline or account name is ever kept.
Main words: *source* (one address that is polled), *poll* (one try, with its outcome), *item* (one published text).
Two more: *gap* (a span in which a source was not heard), *arrival* (a text on its way to the stories).
"""
