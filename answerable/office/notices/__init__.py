"""Messages to people: queued in the transaction of what they tell of, delivered, acknowledged.

What it is not: a chat, or a way to reach the public.
Main words: *notice* (one message to one person), *address* (where a person wants them), *delivery* (one attempt).
"""
