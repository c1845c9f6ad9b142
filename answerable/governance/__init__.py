"""The plan and who keeps it.

Rooms look downward only: duties, plan.
"""
