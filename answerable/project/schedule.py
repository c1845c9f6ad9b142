"""What runs by itself, and how often: one row each."""

from answerable.kernel.jobs.rules import Every

SCHEDULE: list[Every] = [
    Every("send notices", "answerable.office.notices.jobs.send_due", 10),
    Every("sources.poll_due", "answerable.listening.sources.jobs.poll_due", 10),
    Every("sources.upkeep", "answerable.listening.sources.jobs.upkeep", 86_400),
    Every("stories.group_arrivals", "answerable.listening.stories.jobs.group_arrivals", 60),
    Every("stories.calibrate_bars", "answerable.listening.stories.jobs.calibrate_bars", 86_400),
    Every("signals.watch_counts", "answerable.listening.signals.jobs.watch_counts", 60),
    Every("letters.poll_mailbox", "answerable.response.letters.jobs.poll_mailbox", 60),
    Every("letters.close_and_forget", "answerable.response.letters.jobs.close_and_forget", 3600),
    Every("plan.put_due_in_force", "answerable.governance.plan.jobs.put_due_in_force", 3600),
    Every("duties.go_round", "answerable.governance.duties.jobs.go_round", 300),
    Every("duties.look_ahead", "answerable.governance.duties.jobs.look_ahead", 86_400),
    Every("clocks.climb", "answerable.office.clocks.jobs.climb", 60),
    Every("home.tell_morning", "answerable.home.jobs.tell_morning", 600),
    Every("operations.note_pulse", "answerable.office.operations.jobs.note_pulse", 60),
    Every("operations.back_up", "answerable.office.operations.jobs.back_up", 86_400),
    Every("operations.hold_drill", "answerable.office.operations.jobs.hold_drill", 3600),
    Every("operations.publish_head", "answerable.office.operations.jobs.publish_head", 86_400),
    Every("operations.forget_old_payloads", "answerable.office.operations.jobs.forget_old_payloads", 86_400),
    Every("foresight.look_around", "answerable.response.foresight.jobs.look_around", 600),
    Every("questionnaires.close_due", "answerable.governance.questionnaires.jobs.close_due", 3600),
    Every("training.go_round", "answerable.governance.training.jobs.go_round", 86_400),
    Every("channels.go_out", "answerable.response.channels.jobs.go_out", 60),
    Every("channels.look_around", "answerable.response.channels.jobs.look_around", 3600),
    Every("channel_health.try_sites", "answerable.response.channel_health.jobs.try_sites", 3600),
    Every("channel_health.keep_looking", "answerable.response.channel_health.jobs.keep_looking", 300),
    Every("channel_health.age_accounts", "answerable.response.channel_health.jobs.age_accounts", 21_600),
    Every("channel_health.tell_week", "answerable.response.channel_health.jobs.tell_week", 3600),
    Every("accountability.forget_old", "answerable.governance.accountability.jobs.forget_old", 86_400),
]
