"""The body's own Word files as layouts: places in double braces are filled, and nothing in them is ever calculated.

What it is not: a language of templates; it has no conditions, no loops and no expressions. Main words: *place* (a name
in double braces), *template* (a file that was looked through and found harmless).
"""
