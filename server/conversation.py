"""What a conversation needs: say something, resume a job, come back to a stream. Thin: read, ask, answer."""

from urllib.parse import urlencode

from actors.messages import ORCHESTRATOR, Sending, StartJob
from pipeline.events.wire import Cursor
from pipeline.ids import AssetId, JobId, MessageId, ProjectId
from pipeline.jobs import JobView, TurnBrief
from pipeline.pointing import Pointed
from pipeline.value import Value
from server.answers import AcceptedMessage
from server.handles import Handles
from server.ids import derived
from server.jobs import resume
from server.problems import Problem, fitting, known
from server.reading import reading
from server.requests import LONGEST_MESSAGE
from server.streams.opening import usable
from server.writing import write
from storage.entries import AcceptMessage


class Reconnection(Value):
    """Where a client goes on: the address of its stream, and whether that begins with a snapshot."""

    project: ProjectId
    events: str
    snapshot: bool


async def process_user_message(  # noqa: PLR0913 - callers know these parameters
    handles: Handles,
    project_id: ProjectId,
    user_id: str,
    user_message_id: MessageId | None,
    assistant_message_id: MessageId | None,
    content: str,
    *,
    idempotency_key: str | None = None,
    attachments: tuple[AssetId, ...] = (),
    pointed: Pointed | None = None,
) -> AcceptedMessage:
    """Store a person's message and the job that answers it; the same ids or key again give the same job."""
    check_content(content)
    said = user_message_id or _message_of(handles, project_id, idempotency_key)
    answer = assistant_message_id or MessageId(derived("message", "answer", said))
    job = JobId(derived("job", project_id, said))
    entry = AcceptMessage(project_id, user_id, said, answer, content, job, idempotency_key, attachments, pointed)
    with known("project"), fitting():
        written = await write(handles, entry, Sending(ORCHESTRATOR, StartJob(job)))
    if not written.events:
        return await _accepted_before(handles, written.job or job)
    return AcceptedMessage(job=job, user_message_id=said, assistant_message_id=answer)


def check_content(content: str) -> None:
    """Raises Problem 422 for what is empty or too long."""
    if not content.strip():
        raise Problem(422, "message.empty", "the message is empty; say what the video should show")
    if len(content) > LONGEST_MESSAGE:
        detail = f"the message has {len(content):,} characters and may have {LONGEST_MESSAGE:,}; shorten or split it"
        raise Problem(422, "message.too-long", detail)


async def resume_job(handles: Handles, job_id: JobId) -> JobView:
    """Let a stopped job go on from its last good step."""
    return await resume(handles, job_id)


async def handle_client_reconnection(
    handles: Handles,
    client_id: str,
    message_id: MessageId,
    last_event_id: str | None,
) -> Reconnection:
    """Where a client that watched this message goes on, missing nothing after the last event it had."""
    with known("message"):
        project = await reading(handles.reader.project_of, message_id)
    resumed = usable(Cursor.parse(last_event_id), await reading(handles.reader.place, project))
    asked = {"client": client_id} | ({"after": str(resumed)} if resumed else {})
    return Reconnection(
        project=project,
        events=f"/api/projects/{project}/events?{urlencode(asked)}",
        snapshot=resumed is None,
    )


async def _accepted_before(handles: Handles, job: JobId) -> AcceptedMessage:
    """What the first request of that message was answered with."""
    brief = (await reading(handles.reader.job, job)).brief()
    if not isinstance(brief, TurnBrief):
        raise TypeError(f"job {job} is no turn, though a message led to it")
    return AcceptedMessage(job=job, user_message_id=brief.message, assistant_message_id=brief.answer)


def _message_of(handles: Handles, project: ProjectId, key: str | None) -> MessageId:
    return MessageId(derived("message", project, key) if key else handles.ids("message"))
