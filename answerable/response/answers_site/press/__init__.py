"""Makes the public pages: an address goes in, bytes come out, the same for the web server and for the export.

Nothing here sees a request, a session or the clock, so a page says the same to everybody.
"""

from answerable.response.answers_site.press.pages import everything, made, path_of
from answerable.response.answers_site.press.sheet import Sheet

__all__ = ["Sheet", "everything", "made", "path_of"]
