"""What the body says in public: drafted, reviewed, given by a named spokesperson, corrected in the open.

What it is not: a way to post as anybody else or to take anything down. Main words: *answer*, *correction* (a new text
beside the old one), *withdrawal* (stays listed with its reason).
"""
