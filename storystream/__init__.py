"""Items in, stories and warnings out: a pure library without Django, network, disk or clock.

What it is: near-duplicates folded, items grouped into stories as they arrive, counts watched for
more than chance allows. What it is not: a crawler, a store, a judge of opinion.
Main words: *item* (one published text), *story* (items about one matter), *signal* (more than expected).
"""
