"""Reads the body's own pages in a limited child process: links, entries, dates and barriers, as plain values."""
