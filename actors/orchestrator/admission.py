"""Which jobs may be at work: so many per kind and per project, the one a person looks at first, and fair to all.

Of those that wait goes first: what was at work before a restart; then what a person put first; then the project with
the fewest at work, served longest ago; then what was asked for first. Turns of a project go one after the other.
"""

import heapq
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobKind, JobStatus
from pipeline.replay import Key
from storage.stored import StoredJob, Tries


@dataclass(frozen=True)
class Limit:
    """How many jobs of a kind may be at work, in all and of one project.

    Where `keeps_place`, a job that waits for its next try lets none of its project pass, though it works on nothing.
    """

    at_once: int
    per_project: int
    keeps_place: bool = False


Limits = Mapping[JobKind, Limit]

LIMITS: Limits = {"turn": Limit(32, 1, keeps_place=True), "component": Limit(32, 8)}
"""Jobs wait for models most of the time: there are more of them at work than streams or build workers."""


@dataclass(frozen=True)
class Place:
    """A job in line; `number` is its place in the order of asking, `begun` says that it was at work before."""

    job: JobId
    kind: JobKind
    project: ProjectId
    number: int
    priority: int = 0
    begun: bool = False

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The smallest goes first."""
        return (not self.begun, -self.priority, self.number)


def place_of(stored: StoredJob, *, begun: bool) -> Place:
    """The place of a job as it is stored."""
    return Place(stored.id, stored.kind, stored.project, stored.number, stored.priority, begun=begun)


def is_at_work(stored: StoredJob, tries: Mapping[Key, Tries]) -> bool:
    """Whether somebody may be at work for it, begun by an earlier life of the orchestrator."""
    return stored.status is JobStatus.RUNNING and any(one.under_way for one in tries.values())


@dataclass
class _Line:
    """Those of one kind and one project: `waiting` is a heap; a place in it that is not in `places` has left."""

    waiting: list[tuple[tuple[bool, int, int], JobId]] = field(default_factory=list)
    places: dict[JobId, Place] = field(default_factory=dict)
    working: set[JobId] = field(default_factory=set)
    resting: set[JobId] = field(default_factory=set)
    served: int = 0
    version: int = 0

    def first(self) -> Place | None:
        """Who would go next."""
        while self.waiting:
            rank, job = self.waiting[0]
            place = self.places.get(job)
            if place is not None and place.rank == rank:
                return place
            heapq.heappop(self.waiting)
        return None


class Admission:
    """Who works, who rests between tries, and who waits in line. It knows nothing of what the work is.

    Any thread may `seat`; all else is the orchestrator's.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._lines: dict[tuple[JobKind, ProjectId], _Line] = {}
        self._at_work: Counter[JobKind] = Counter()
        self._ready: defaultdict[JobKind, list[tuple[object, int, ProjectId]]] = defaultdict(list)
        self._ticks = count(1)
        self._where: dict[JobId, tuple[JobKind, ProjectId]] = {}
        self._guard = threading.RLock()

    def join(self, place: Place) -> None:
        """Stand in line, or stand where that place is now; one that is at work stays so, one that rested goes first."""
        with self._guard:
            self._join(place)

    def seat(self, place: Place) -> bool:
        """Let it work at once, if it is new and nobody of its project is before it; says whether it may."""
        limit = self._limits[place.kind]
        with self._guard:
            line = self._lines.get((place.kind, place.project))
            is_free = line is None or not (line.places or line.resting or len(line.working) >= limit.per_project)
            if not is_free or place.job in self._where or self._at_work[place.kind] >= limit.at_once:
                return False
            self._where[place.job] = (place.kind, place.project)
            self._line(place).places[place.job] = place
            self._seat(place)
            return True

    def _join(self, place: Place) -> None:
        line = self._line(place)
        if place.job in line.working:
            return
        if place.job in line.resting and not place.begun:
            place = replace(place, begun=True)
        self._where[place.job] = (place.kind, place.project)
        line.places[place.job] = place
        heapq.heappush(line.waiting, (place.rank, place.job))
        self._offer(place.kind, place.project)

    def rest(self, job: JobId) -> None:
        """It waits for its next try, and others may work meanwhile."""
        with self._guard:
            line, (kind, project) = self._known(job)
            if job in line.working:
                line.working.discard(job)
                line.resting.add(job)
                self._at_work[kind] -= 1
                self._offer(kind, project)

    def leave(self, job: JobId) -> None:
        """It is gone, from wherever it was."""
        with self._guard:
            if job in self._where:
                self._leave(job)

    def _leave(self, job: JobId) -> None:
        line, (kind, project) = self._known(job)
        self._at_work[kind] -= job in line.working
        line.working.discard(job)
        line.resting.discard(job)
        line.places.pop(job, None)
        del self._where[job]
        if line.places or line.working or line.resting:
            self._offer(kind, project)
        else:
            del self._lines[kind, project]

    def waits(self, job: JobId) -> Place | None:
        """Its place in line, if it stands there."""
        return self._known(job)[0].places.get(job) if job in self._where else None

    def is_working(self, job: JobId) -> bool:
        """Whether it is at work."""
        return job in self._where and job in self._known(job)[0].working

    def admit(self) -> Iterator[Place]:
        """Those that may work now; each is at work when it is given out."""
        for kind, limit in self._limits.items():
            while place := self._admitted(kind, limit):
                yield place

    def _admitted(self, kind: JobKind, limit: Limit) -> Place | None:
        with self._guard:
            place = self._next(kind) if self._at_work[kind] < limit.at_once else None
            if place:
                self._seat(place)
            return place

    def _seat(self, place: Place) -> None:
        line = self._line(place)
        line.places.pop(place.job)
        line.resting.discard(place.job)
        line.working.add(place.job)
        line.served = next(self._ticks)
        self._at_work[place.kind] += 1
        self._offer(place.kind, place.project)

    def _next(self, kind: JobKind) -> Place | None:
        """The first of all lines; an offer that a line has since replaced is passed over."""
        ready = self._ready[kind]
        while ready:
            _, version, project = heapq.heappop(ready)
            line = self._lines.get((kind, project))
            place = line.first() if line and line.version == version else None
            if place is not None:
                return place
        return None

    def _offer(self, kind: JobKind, project: ProjectId) -> None:
        """Say anew what this line has to offer, if anybody of it may go."""
        line, limit = self._lines[kind, project], self._limits[kind]
        line.version = next(self._ticks)
        place = line.first()
        if place is None or len(line.working) >= limit.per_project:
            return
        if limit.keeps_place and line.resting - {place.job}:
            return
        begun, priority, number = place.rank
        fair = (begun, priority, len(line.working), line.served, number)
        heapq.heappush(self._ready[kind], (fair, line.version, project))

    def _line(self, place: Place) -> _Line:
        return self._lines.setdefault((place.kind, place.project), _Line())

    def _known(self, job: JobId) -> tuple[_Line, tuple[JobKind, ProjectId]]:
        where = self._where[job]
        return self._lines[where], where
