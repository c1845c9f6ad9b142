"""The first page: what is new, what grows, which sources are ill. It reads every wing and owns nothing.

Main words: *morning* (what a person sees first), *line* (one sentence for whoever has half a minute), *look* (since
when things are new to this person).
"""
