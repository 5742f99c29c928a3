"""What a project is made of: its scenes, what they show, its conversation, and the bytes behind them."""

from peewee import AutoField, BigIntegerField, DoubleField, IntegerField, Model, TextField


class Project(Model):
    id = TextField(primary_key=True)
    asked = TextField()
    video = TextField()
    last_seq = BigIntegerField()
    horizon = BigIntegerField()
    created_at = DoubleField()
    updated_at = DoubleField()
    deleted_at = DoubleField(null=True)


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
    attachments = TextField()
    pointed = TextField(null=True)


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
    stills = TextField()


class Component(Model):
    id = TextField(primary_key=True)
    revision = TextField()
    updated_at = DoubleField()


class Artifact(Model):
    sha256 = TextField(primary_key=True)
    kind = TextField()
    bytes = BigIntegerField(null=True)
    created_at = DoubleField()
    last_used_at = DoubleField()


class Asset(Model):
    id = TextField(primary_key=True)
    project = TextField()
    name = TextField()
    sha256 = TextField()
    media_type = TextField()
    width = IntegerField()
    height = IntegerField()
    bytes = BigIntegerField()
    created_at = DoubleField()


class History(Model):
    number = AutoField()
    id = TextField(unique=True)
    project = TextField()
    name = TextField()
    author = TextField()
    job = TextField(null=True)
    back = TextField()
    again = TextField()
    touched = TextField()
    undone = IntegerField(null=True)
    created_at = DoubleField()
