"""The first page: what is new, what grows, which sources are ill. Reads every wing, owns nothing."""
