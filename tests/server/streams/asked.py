"""What the tests of streams ask of a running site."""

from pipeline.events import MessageDelta
from pipeline.events.wire import encode, update_frame
from pipeline.ids import MessageId
from server.streams.hub import Hub
from tests.server.living import JOB, PROJECT, Site
from tests.server.ticking import until

ANSWER = MessageId("answer_project_1")


def events_of(site: Site, project: str = PROJECT) -> str:
    return f"{site.url}/api/projects/{project}/events"


def cursor(site: Site, seq: int) -> str:
    return f"{site.journal.epoch}.{seq}"


def say(site: Site, offset: int, text: str) -> None:
    delta = MessageDelta(job=JOB, message=ANSWER, round=0, attempt=1, offset=offset, text=text)
    site.hub.live(PROJECT, delta, update_frame(delta.wire_name(), encode(delta)))


async def until_live(hub: Hub, count: int) -> None:
    """Wait until so many clients are served by the hub itself."""
    await until(lambda: sum(client.is_live for client in hub.clients()) == count)


async def until_left(hub: Hub, count: int) -> None:
    await until(lambda: len(hub.clients()) == count)
