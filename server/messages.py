"""Messages that wait while another is answered: say them otherwise, or take them back."""

from aiohttp import web

from pipeline.ids import MessageId
from server.answers import QueuedMessage, json_answer
from server.conversation import check_content
from server.edits import project_in
from server.handles import handles_of
from server.problems import Problem, known
from server.requests import MessageEdit, read
from server.writing import write
from storage.errors import IllegalTransitionError
from storage.messages import EditMessage, WithdrawMessage


async def patch_message(request: web.Request) -> web.Response:
    """Say a message otherwise that nobody answers yet."""
    content = (await read(request, MessageEdit)).content
    check_content(content)
    return await _changed(request, EditMessage(project_in(request), _message_in(request), content))


async def delete_message(request: web.Request) -> web.Response:
    """Take back a message that nobody answers yet; its turn ends before it began."""
    return await _changed(request, WithdrawMessage(project_in(request), _message_in(request)))


async def _changed(request: web.Request, entry: EditMessage | WithdrawMessage) -> web.Response:
    with known("message"):
        try:
            written = await write(handles_of(request), entry)
        except IllegalTransitionError as error:
            raise Problem(409, "message.not-queued", str(error)) from error
    withdrawn = isinstance(entry, WithdrawMessage)
    return json_answer(QueuedMessage(message=entry.message, job=written.job, withdrawn=withdrawn))


def _message_in(request: web.Request) -> MessageId:
    return MessageId(request.match_info["message"])
