"""A client of one project, as a browser is one: it listens from the beginning, and comes back with its last id."""

from collections.abc import Callable
from contextlib import aclosing
from typing import Self

from app.making.client import Client, Heard
from app.making.following import Progress


class Watch:
    """`async with Watch(client, project)` is listening; everything heard is kept. `turn` is the last thing said."""

    def __init__(self, client: Client, project: str) -> None:
        self.project = project
        self.turn = ""
        self.heard: list[Heard] = []
        self._client = client
        self._events = client.events(project)

    @classmethod
    async def of_new_project(cls, client: Client) -> Self:
        """A watch on a project that begins with it."""
        return cls(client, (await client.post("/api/projects", {}))["project"])

    async def __aenter__(self) -> Self:
        await self._next()
        return self

    async def __aexit__(self, *_: object) -> None:
        async with aclosing(self._events):
            return

    async def leave(self) -> None:
        """Listen no more; what was heard stays."""
        await self._events.aclose()

    async def say(self, prompt: str) -> str:
        """Post a message; returns the job that is acknowledged."""
        accepted = await self._client.post(f"/api/projects/{self.project}/messages", {"content": prompt})
        self.follow(str(accepted["job"]))
        return self.turn

    def follow(self, turn: str) -> None:
        """Take this turn for the last thing said, with what was heard so far."""
        self.turn, self._progress = turn, Progress(turn)
        for heard in self.heard:
            self._progress.take(heard)

    async def until(self, *names: str) -> Heard:
        """Listen until the next event of one of these names."""
        return await self._until(lambda heard: heard.name in names)

    async def until_over(self) -> Progress:
        """Listen until the turn and everything it started have ended."""
        if not self._progress.is_over:
            await self._until(lambda _: self._progress.is_over)
        return self._progress

    async def until_number(self, number: int) -> None:
        """Listen until the stored event of that number has come."""
        await self._until(lambda heard: heard.id is not None and _number(heard.id) >= number)

    def told(self) -> list[tuple[int, str, str]]:
        """Number, name and data of the stored events that came, in the order they came."""
        numbered = [heard for heard in self.heard if heard.id and heard.name != "snapshot"]
        return [(_number(heard.id), heard.name, heard.text) for heard in numbered if heard.id]

    async def _until(self, wanted: Callable[[Heard], bool]) -> Heard:
        while not wanted(heard := await self._next()):
            pass
        return heard

    async def _next(self) -> Heard:
        heard = await anext(self._events)
        self.heard.append(heard)
        if self.turn:
            self._progress.take(heard)
        return heard


def _number(event_id: str) -> int:
    return int(event_id.rpartition(".")[2])
