"""Layouts: a frozen document goes in, a file comes out. They read no table, no clock and no address.

What it is not: the place where a paper's words are chosen (kinds do that). Main words: *document* (what is to be set),
*block* (one piece of its body), *form* (DOCX, PDF, HTML, XLSX, CSV), *rendered* (the file and what is to be noticed).
The way in is `layouts.rendering.render(document, form, fonts=...)`.
"""
