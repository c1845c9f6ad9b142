"""Papers as Word files, written by python-docx: no field but the page number, no program, nothing fetched."""
