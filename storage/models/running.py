"""What is known of the running system and of the store itself."""

from peewee import AutoField, DoubleField, IntegerField, Model, TextField


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


class SseStream(Model):
    id = TextField(primary_key=True)
    project = TextField()
    last_event_id = TextField()
    connected_at = DoubleField()
    seen_at = DoubleField()

    class Meta:
        table_name = "sse_stream"


class IdempotencyKey(Model):
    key = TextField(primary_key=True)
    digest = TextField()
    effects = TextField()
    status = IntegerField(null=True)
    headers = TextField(null=True)
    body = TextField(null=True)
    created_at = DoubleField()

    class Meta:
        table_name = "idempotency_key"


class DeadLetter(Model):
    number = AutoField()
    reason = TextField()
    address = TextField()
    message = TextField()
    sender = TextField(null=True)
    job = TextField(null=True)
    at = DoubleField()
    id = TextField(null=True)
    label = TextField()
    trace = TextField(null=True)
    attempt = IntegerField()

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
    id = TextField(null=True)
    counters = TextField(null=True)


class OperatorAction(Model):
    number = AutoField()
    operator = TextField()
    action = TextField()
    target = TextField()
    reason = TextField(null=True)
    outcome = TextField(null=True)
    at = DoubleField()
    id = TextField(null=True)

    class Meta:
        table_name = "operator_action"
