"""Whether the body's channels are alive: machine checks of sites, entries by hand for closed platforms.

What it is not: a test of other people's sites, or a score of the people who keep ours. Main words: *check* (one
measure of one channel on one day), *limit* (what the rule pack allows), *veto* (a finding that fails the channel).
"""
