"""Pages of the room: the public's, and the office's."""
