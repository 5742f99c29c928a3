"""The tables as peewee models, bound to no database: a query is given the connection it runs on.

The schema itself is made by the numbered files in migrations/; a test holds the two together.
"""

from peewee import AutoField, BigIntegerField, CompositeKey, DoubleField, IntegerField, Model, TextField


class MetaValue(Model):
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "meta"


class SchemaVersion(Model):
    version = IntegerField(primary_key=True)
    name = TextField()
    applied_at = DoubleField()

    class Meta:
        table_name = "schema_version"


class Project(Model):
    id = TextField(primary_key=True)
    asked = TextField()
    video = TextField()
    last_seq = BigIntegerField()
    created_at = DoubleField()
    updated_at = DoubleField()


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


class Message(Model):
    id = TextField(primary_key=True)
    project = TextField()
    position = IntegerField()
    role = TextField()
    author = TextField(null=True)
    content = TextField()
    done = IntegerField()
    job = TextField(null=True)
    created_at = DoubleField()


class Scene(Model):
    id = TextField(primary_key=True)
    project = TextField()
    position = IntegerField()
    name = TextField()
    description = TextField()
    duration_frames = IntegerField()
    transition = TextField()
    props = TextField()
    generation = IntegerField()
    revision = TextField(null=True)
    bundle = TextField(null=True)
    removed_at = DoubleField(null=True)


class Revision(Model):
    id = TextField(primary_key=True)
    scene = TextField()
    project = TextField()
    job = TextField()
    number = IntegerField()
    generation = IntegerField()
    source = TextField()
    bundle = TextField()
    findings = TextField()
    report = TextField()
    shown = IntegerField()
    created_at = DoubleField()


class Component(Model):
    id = TextField(primary_key=True)
    revision = TextField()
    updated_at = DoubleField()


class Checkpoint(Model):
    job = TextField()
    step = TextField()
    ordinal = IntegerField()
    attempt = IntegerField()
    digest = TextField(null=True)
    command = TextField(null=True)
    reply_type = TextField(null=True)
    reply = TextField(null=True)
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


class SseStream(Model):
    id = TextField(primary_key=True)
    project = TextField()
    last_event_id = TextField()
    connected_at = DoubleField()
    seen_at = DoubleField()

    class Meta:
        table_name = "sse_stream"


class Artifact(Model):
    sha256 = TextField(primary_key=True)
    kind = TextField()
    bytes = BigIntegerField(null=True)
    created_at = DoubleField()
    last_used_at = DoubleField()


class LlmCall(Model):
    job = TextField()
    step = TextField()
    ordinal = IntegerField()
    attempt = IntegerField()
    model = TextField()
    provider = TextField()
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
        primary_key = CompositeKey("job", "step", "ordinal", "attempt")


class DeadLetter(Model):
    number = AutoField()
    reason = TextField()
    address = TextField()
    message = TextField()
    sender = TextField(null=True)
    job = TextField(null=True)
    at = DoubleField()

    class Meta:
        table_name = "dead_letter"


class Supervision(Model):
    number = AutoField()
    child = TextField()
    incarnation = IntegerField()
    rule = TextField()
    error = TextField(null=True)
    action = TextField()
    delay_s = DoubleField(null=True)
    at = DoubleField()


class OperatorAction(Model):
    number = AutoField()
    operator = TextField()
    action = TextField()
    target = TextField()
    reason = TextField(null=True)
    outcome = TextField(null=True)
    at = DoubleField()

    class Meta:
        table_name = "operator_action"


TABLES: tuple[type[Model], ...] = (
    MetaValue,
    SchemaVersion,
    Project,
    Job,
    Message,
    Scene,
    Revision,
    Component,
    Checkpoint,
    Event,
    SseStream,
    Artifact,
    LlmCall,
    DeadLetter,
    Supervision,
    OperatorAction,
)
