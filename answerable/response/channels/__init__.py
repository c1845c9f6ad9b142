"""The body's own sites, accounts, apps, newsletters and screens, and what is published through them.

What it is not: a way to post as anybody else, a list of private accounts, or a place for passwords. Main words:
*channel* (an official place of publication with owner, keeper and filing), *piece* (a text on its way through three
readings to channels), *interpretation* (what explains a policy, planned before the policy is taken in).
"""
