"""Counts in, warnings out: what is higher than chance allows, with the odds.

What it is: a learnt baseline, a scan over windows, and alarms whose expected number of false ones is set beforehand.
What it is not: a judge of importance. Exposure 0 means "not looked at" and is never taken for silence.
Main words: *baseline* (what is ordinary for a series), *episode* (one outbreak, one signal), *switch* (how many
false alarms are bearable).
"""

from storystream.early_warning.backtest import Backtest, backtest
from storystream.early_warning.settings import Settings, one_false_alarm_in
from storystream.early_warning.trend import Trend, trend
from storystream.early_warning.volume import by_volume
from storystream.early_warning.watcher import Watcher

__all__ = ["Backtest", "Settings", "Trend", "Watcher", "backtest", "by_volume", "one_false_alarm_in", "trend"]
