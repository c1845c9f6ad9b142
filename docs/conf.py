"""Settings of the documentation."""

project = "Answerable"
author = "The Answerable authors"
copyright = "the Answerable authors, Apache-2.0"  # noqa: A001 - Sphinx's own name
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = "Answerable"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
