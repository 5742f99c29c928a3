"""What callers send: models that check it, and the one way a body is read."""

import asyncio
from typing import Annotated, Self, TypeVar

from aiohttp import web
from pydantic import BaseModel, Field, JsonValue, ValidationError, model_validator

from pipeline.assets import LARGEST_ASSET_BYTES
from pipeline.changes import PatchOperation
from pipeline.ids import AssetId, EditId, MessageId
from pipeline.pointing import Pointed
from pipeline.project import LONGEST_NAME, Colour, DurationFrames, Fps, SideLength, Style, Transition, Typography
from pipeline.resuming import LONGEST_SOURCE
from pipeline.value import Value
from server.problems import FieldProblem, Problem

LONGEST_MESSAGE = 20_000
"""Characters; what is longer is refused with a sentence, not cut."""

LARGEST_BODY_BYTES = 256 * 1024
UPLOADS = "/assets"
"""Paths that end so take files, which may be larger."""

LONGEST_KEY = 200
MOST_ATTACHED = 8
MOST_OPERATIONS = 200
"""Of one JSON Patch."""

BODY_S = 20.0
"""How long a body may take to come; a caller that never sends it holds no connection for ever."""

GivenId = Annotated[MessageId, Field(pattern=r"^[A-Za-z0-9_.:-]{1,100}$")]
Body = TypeVar("Body", bound=BaseModel)


class NewMessage(Value):
    """What a person says; the ids are given by callers that name their messages themselves."""

    content: str = Field(description=f"1 to {LONGEST_MESSAGE} characters, not only blanks")
    user_message_id: GivenId | None = None
    assistant_message_id: GivenId | None = None
    user_id: str = Field(default="local", min_length=1, max_length=100)
    attachments: tuple[AssetId, ...] = Field(
        default=(), max_length=MOST_ATTACHED, description="ids of files given before"
    )
    pointed: Pointed | None = Field(default=None, description="what is meant by it in the picture of a scene")


class MessageEdit(Value):
    """What a message says instead, while nobody answers it yet."""

    content: str = Field(description=f"1 to {LONGEST_MESSAGE} characters, not only blanks")


class VideoEdit(Value):
    """The settings of the video to change; what is not given stays."""

    name: str | None = Field(default=None, min_length=1, max_length=LONGEST_NAME)
    width: SideLength | None = None
    height: SideLength | None = None
    fps: Fps | None = Field(default=None, description="durations in seconds stay: every scene gets other frames")
    background: Colour | None = None
    palette: tuple[Colour, ...] | None = Field(default=None, max_length=8)
    typography: Typography | None = None
    style: Style | None = None


class SceneEdit(Value):
    """The fields of a scene to change; what is not given stays."""

    name: str | None = Field(default=None, min_length=1, max_length=LONGEST_NAME)
    description: str | None = Field(default=None, max_length=4000)
    duration_frames: DurationFrames | None = None
    transition: Transition | None = None
    props: dict[str, JsonValue] | None = Field(default=None, description="all props, in place of those there are")
    set_props: dict[str, JsonValue] | None = Field(default=None, description="these props; the others stay as they are")
    position: int | None = Field(default=None, ge=0, description="the new place, counted from 0")


class ComponentWish(Value):
    """How a scene's component is made anew: as instructed, of the person's own source, or from its description."""

    instruction: str | None = Field(default=None, min_length=1, max_length=4000)
    source: str | None = Field(default=None, min_length=1, max_length=LONGEST_SOURCE, description="checked, and shown")

    @model_validator(mode="after")
    def _wants_one_thing(self) -> Self:
        if self.instruction is not None and self.source is not None:
            message = "give an instruction for the model or a source of your own, not both"
            raise ValueError(message)
        return self


class ProjectPatch(Value):
    """A JSON Patch of `/video/…` and `/scenes/N/…` (name, description, duration_frames, transition, props)."""

    operations: tuple[PatchOperation, ...] = Field(min_length=1, max_length=MOST_OPERATIONS)


class Rewind(Value):
    """Which change to undo or redo; the last one where none is named."""

    edit: EditId | None = None


async def read(request: web.Request, model: type[Body]) -> Body:
    """The body as a value; an empty body is an empty object. Raises Problem 400, 408, 413 or 422."""
    body = await whole_body(request)
    try:
        return model.model_validate_json(body or b"{}")
    except ValidationError as error:
        raise _refusal(error) from error


def idempotency_key(request: web.Request) -> str | None:
    """The key under which the same request may be repeated. Raises Problem 422 when it cannot be one."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        detail = f"the Idempotency-Key must be 1 to {LONGEST_KEY} printable ASCII characters"
        raise Problem(422, "request.invalid", detail, fields=(FieldProblem(field="Idempotency-Key", message=detail),))
    return key


async def whole_body(request: web.Request) -> bytes:
    """The body; it may be taken more than once. Raises Problem 408 and 413."""
    limit = LARGEST_ASSET_BYTES if request.path.endswith(UPLOADS) else LARGEST_BODY_BYTES
    if (request.content_length or 0) > limit:
        raise _too_large(limit)
    try:
        async with asyncio.timeout(BODY_S):
            body = await request.read()
    except TimeoutError as error:
        detail = f"the body did not come within {BODY_S:g} s; send the request again"
        raise Problem(408, "body.too-slow", detail, headers={"Connection": "close"}) from error
    if len(body) > limit:
        raise _too_large(limit)
    return body


def _too_large(limit: int) -> Problem:
    return Problem(413, "body.too-large", f"the body is larger than {limit // 1024} KB; send less")


def _refusal(error: ValidationError) -> Problem:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if found[0]["type"] == "json_invalid":
        return Problem(400, "json.malformed", f"the body is not JSON: {found[0]['msg']}")
    fields = tuple(FieldProblem(field=".".join(map(str, one["loc"])), message=one["msg"]) for one in found)
    told = "; ".join(f"{one.field or 'body'}: {one.message}" for one in fields[:5])
    return Problem(422, "request.invalid", f"the request does not fit: {told}", fields=fields)
