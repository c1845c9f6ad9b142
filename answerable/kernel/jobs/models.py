"""Tables of the jobs layer: who works, which slots were queued, which keys are taken."""

from django.db import models


class Heartbeat(models.Model):
    """A worker process and when it was last heard of."""

    worker = models.CharField(max_length=64, primary_key=True)
    host = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    beaten_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.worker} on {self.host}"


class Slot(models.Model):
    """One planned run: the unique pair keeps two schedulers from queuing it twice."""

    schedule = models.CharField(max_length=100)
    due_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["schedule", "due_at"], name="one_job_a_slot")]

    def __str__(self) -> str:
        return f"{self.schedule} {self.due_at:%Y-%m-%d %H:%M:%S}"


class JobKey(models.Model):
    """Names a job that is queued or running, so that the same job is not queued beside it."""

    key = models.CharField(max_length=200, primary_key=True)
    task_result_id = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return self.key
