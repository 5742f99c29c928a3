"""The procedures of the earlier system as HTTP paths, for its callers alone: each does what the path of ours does.

docs/compatibility.md says what to call instead.
"""

from typing import Annotated

from aiohttp import web
from pydantic import ConfigDict, Field

from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.value import Value
from server.answers import json_answer
from server.conversation import process_user_message, resume_job
from server.handles import handles_of
from server.requests import GivenId, idempotency_key, read

_Id = Annotated[str, Field(min_length=1, max_length=100)]


class SendMessage(Value):
    """What `chat.sendMessage` took."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    projectId: _Id  # noqa: N815  # as its callers write it
    content: str = ""
    message: str = Field(default="", description="the same as content, as some callers write it")
    userId: str = Field(default="local", min_length=1, max_length=100)  # noqa: N815
    userMessageId: GivenId | None = None  # noqa: N815
    assistantMessageId: GivenId | None = None  # noqa: N815


class SentMessage(Value):
    """What `chat.sendMessage` gave."""

    jobId: JobId  # noqa: N815
    userMessageId: MessageId  # noqa: N815
    assistantMessageId: MessageId  # noqa: N815


class ResumeCall(Value):
    """What `customComponent.resumeJob` took."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    jobId: _Id  # noqa: N815


class ResumedCall(Value):
    """What `customComponent.resumeJob` gave."""

    jobId: JobId  # noqa: N815
    status: JobStatus


async def chat_send_message(request: web.Request) -> web.Response:
    """Deprecated: POST /api/projects/{project}/messages."""
    said = await read(request, SendMessage)
    accepted = await process_user_message(
        handles_of(request),
        ProjectId(said.projectId),
        said.userId,
        said.userMessageId,
        said.assistantMessageId,
        said.content or said.message,
        idempotency_key=idempotency_key(request),
    )
    sent = SentMessage(
        jobId=accepted.job,
        userMessageId=accepted.user_message_id,
        assistantMessageId=accepted.assistant_message_id,
    )
    return json_answer(sent, 202, _successor(f"/api/projects/{said.projectId}/messages"))


async def custom_component_resume_job(request: web.Request) -> web.Response:
    """Deprecated: POST /api/jobs/{job}/resume."""
    job = JobId((await read(request, ResumeCall)).jobId)
    view = await resume_job(handles_of(request), job)
    return json_answer(ResumedCall(jobId=view.id, status=view.status), 202, _successor(f"/api/jobs/{job}/resume"))


def _successor(path: str) -> dict[str, str]:
    """What to call instead (RFC 8594, section 3 and RFC 5829)."""
    return {"Link": f'<{path}>; rel="successor-version"'} if path.isascii() and path.isprintable() else {}
