"""Page shell, components, charts, error pages; knows no room.

Main words: *shell* (rail, top line, breadcrumb), *component* (a piece of page used by several rooms), *tokens*
(colours, sizes and type in one file).
"""
