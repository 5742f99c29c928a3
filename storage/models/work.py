"""What is done for a project: jobs, what they heard, what was told of it, and what the model took for it."""

from peewee import AutoField, BigIntegerField, CompositeKey, DoubleField, IntegerField, Model, TextField


class Job(Model):
    number = AutoField()
    id = TextField(unique=True)
    kind = TextField()
    project = TextField()
    scene = TextField(null=True)
    message = TextField(null=True)
    turn = TextField(null=True)
    generation = IntegerField(null=True)
    status = TextField()
    current_step = TextField(null=True)
    last_successful_step = TextField(null=True)
    attempt = IntegerField()
    percent = IntegerField()
    retry_count = IntegerField()
    next_retry_at = DoubleField(null=True)
    error = TextField(null=True)
    wish = TextField(null=True)
    input = TextField()
    result = TextField(null=True)
    idempotency_key = TextField(null=True)
    epoch = IntegerField()
    lease_owner = TextField(null=True)
    lease_until = DoubleField(null=True)
    created_at = DoubleField()
    updated_at = DoubleField()
    finished_at = DoubleField(null=True)
    resumed_at = DoubleField(null=True)
    resumption = TextField(null=True)
    forked_from = TextField(null=True)
    priority = IntegerField()


class Checkpoint(Model):
    job = TextField()
    step = TextField()
    ordinal = IntegerField()
    attempt = IntegerField()
    digest = TextField(null=True)
    command = TextField(null=True)
    reply_type = TextField(null=True)
    reply = TextField(null=True)
    reply_artifact = TextField(null=True)
    error = TextField(null=True)
    started_at = DoubleField(null=True)
    finished_at = DoubleField(null=True)
    superseded = IntegerField()

    class Meta:
        primary_key = CompositeKey("job", "step", "ordinal", "attempt")


class Event(Model):
    project = TextField()
    seq = BigIntegerField()
    type = TextField()
    job = TextField(null=True)
    data = TextField()
    at = TextField()

    class Meta:
        primary_key = CompositeKey("project", "seq")


class LlmCall(Model):
    number = AutoField()
    job = TextField()
    project = TextField()
    step = TextField()
    ordinal = IntegerField()
    attempt = IntegerField()
    role = TextField()
    model = TextField()
    provider = TextField()
    outcome = TextField()
    tokens_in = IntegerField()
    tokens_out = IntegerField()
    tokens_cached = IntegerField()
    cost = DoubleField(null=True)
    estimated = IntegerField()
    ttft_ms = DoubleField(null=True)
    duration_ms = DoubleField()
    request_ref = TextField(null=True)
    response_ref = TextField(null=True)
    created_at = DoubleField()

    class Meta:
        table_name = "llm_call"


class Budget(Model):
    project = TextField(primary_key=True)
    cost_usd = DoubleField(null=True)
    tokens = BigIntegerField(null=True)
    updated_at = DoubleField()
