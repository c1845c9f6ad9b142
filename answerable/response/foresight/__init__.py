"""Decisions, policies and events looked at before they are announced.

What it is not: a forecast of opinion or a way to steer it. Main words: *release* (what will be announced, and when),
*assessment* (audiences, risk points, likely questions, gaps), *watch* (the days after the release).
"""
