"""What the public says: sources, stories, signals. Publications only, never people."""
