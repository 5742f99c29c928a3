"""How each class lies in the database: what of it may go, with its age and its size.

What is kept for good: the rows of projects, scenes, revisions, messages and model calls, and of events those that the
conversation is told by. Of jobs that are open nothing goes. A project that was deleted goes whole.
"""

from storage.retention.policy import Class

KEPT_EVENTS = ("tool.start", "tool.complete", "tool.error", "plan.created")
"""A snapshot tells from these what each answer did, so they outlive the horizon."""

ENDED = "job.finished_at IS NOT NULL AND job.wish IS NULL AND job.status IN ('completed', 'failed', 'cancelled')"

_OF_JOBS = f"""
SELECT job.finished_at AS at, {{bytes}} AS bytes FROM checkpoint JOIN job ON job.id = checkpoint.job WHERE {ENDED}
"""  # noqa: S608  # rules of ours

_SAID = f"""
UNION ALL SELECT job.finished_at, COALESCE(asked.bytes, 0) + COALESCE(said.bytes, 0)
FROM llm_call JOIN job ON job.id = llm_call.job LEFT JOIN artifact asked ON asked.sha256 = request_ref
LEFT JOIN artifact said ON said.sha256 = response_ref
WHERE {ENDED} AND (request_ref IS NOT NULL OR response_ref IS NOT NULL)
"""  # noqa: S608  # rules of ours
"""What was said to a model and by it lies in artifacts; let go of, they go with all that nothing names."""

_LAID_ASIDE = "(SELECT artifact.bytes FROM artifact WHERE artifact.sha256 = checkpoint.reply_artifact)"
"""A large reply lies in a file, which goes with what nothing names."""

STOCKS: dict[Class, str] = {
    "events": """
SELECT event.at AS at, LENGTH(event.data) AS bytes FROM event JOIN project ON project.id = event.project
WHERE event.seq > project.horizon AND event.seq < project.last_seq
""",
    "transcripts": _OF_JOBS.format(
        bytes="COALESCE(LENGTH(checkpoint.command), 0) + COALESCE(LENGTH(checkpoint.error), 0)"
    )
    + "AND (checkpoint.command IS NOT NULL OR checkpoint.error IS NOT NULL)"
    + _SAID,
    "jobs": _OF_JOBS.format(bytes=f"COALESCE(LENGTH(checkpoint.reply), 0) + COALESCE({_LAID_ASIDE}, 0) + 100"),
    "keys": "SELECT created_at AS at, LENGTH(effects) + COALESCE(LENGTH(body), 0) AS bytes FROM idempotency_key",
    "records": """
SELECT at, LENGTH(message) AS bytes FROM dead_letter
UNION ALL SELECT at, COALESCE(LENGTH(error), 0) + 100 FROM supervision
UNION ALL SELECT at, COALESCE(LENGTH(reason), 0) + 100 FROM operator_action
UNION ALL SELECT seen_at, 100 FROM sse_stream
""",
    "deleted": """
SELECT deleted_at AS at, COALESCE((SELECT SUM(LENGTH(data)) FROM event WHERE project = project.id), 0)
    + COALESCE((SELECT SUM(LENGTH(source)) FROM revision WHERE project = project.id), 0) AS bytes
FROM project WHERE deleted_at IS NOT NULL
""",
}
"""Class → a query of its removable rows: `at` and `bytes`."""
