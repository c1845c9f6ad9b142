"""The public site as files: the same bytes as served, for any web server."""
