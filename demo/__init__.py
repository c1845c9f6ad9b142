"""Yunting, a made-up town, and its made-up news: the demo, the tutorial and the journeys share them.

Nobody and nothing in it exists. All texts were written for this project and carry its licence.
"""
