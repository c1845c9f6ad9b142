"""What a person may choose. Apart from `switch`, so that pages need not load the early warning."""

#: Settings of the switch in false alarms per hundred days of one watch, the most careful first.
SWITCHES = (0.1, 0.5, 1.0, 2.0, 5.0)
USUAL = 0.5
#: Publications that a window must hold at least to be worth a signal.
AT_LEAST = (2, 3, 5, 10, 20)
#: Days between two false alarms over all stories.
STORY_DAYS = (1, 3, 7, 10, 30)
