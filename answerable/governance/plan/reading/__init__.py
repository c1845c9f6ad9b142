"""Opens a Word file that somebody handed in, in a process of its own with little time and little memory."""
