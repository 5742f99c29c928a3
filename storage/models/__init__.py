"""The tables as peewee models, bound to no database: a query is given the connection it runs on.

The schema itself is made by the numbered files in migrations/; a test holds the two together.
"""

from peewee import Model

from storage.models.running import (
    DeadLetter,
    IdempotencyKey,
    MetaValue,
    OperatorAction,
    SchemaVersion,
    SseStream,
    Supervision,
)
from storage.models.video import Artifact, Asset, Component, History, Message, Project, Revision, Scene
from storage.models.work import Budget, Checkpoint, Event, Job, LlmCall

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
    History,
    SseStream,
    Artifact,
    Asset,
    LlmCall,
    Budget,
    IdempotencyKey,
    DeadLetter,
    Supervision,
    OperatorAction,
)

__all__ = [
    "TABLES",
    "Artifact",
    "Asset",
    "Budget",
    "Checkpoint",
    "Component",
    "DeadLetter",
    "Event",
    "History",
    "IdempotencyKey",
    "Job",
    "LlmCall",
    "Message",
    "MetaValue",
    "OperatorAction",
    "Project",
    "Revision",
    "Scene",
    "SchemaVersion",
    "SseStream",
    "Supervision",
]
