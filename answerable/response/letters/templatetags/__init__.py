"""Words and marks of letters in templates."""
