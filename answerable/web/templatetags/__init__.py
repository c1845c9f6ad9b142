"""Components that templates of every room use."""
