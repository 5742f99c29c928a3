"""Removes what has its time behind it: works out how far each class goes, and has it written piece by piece."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from storage.artifacts import ArtifactStore
from storage.condition import Condition
from storage.database import FILE
from storage.entries import Entry, Written
from storage.reading.connections import ReadConnections
from storage.retention.naming import unnamed
from storage.retention.policy import CLASSES, YOUNGEST_S, Class, Policy
from storage.retention.reach import Reach, reach
from storage.upkeep import ForgetArtifacts, Prune, Shrink

logger = logging.getLogger(__name__)

PIECE = 500
"""Rows in one transaction: a few milliseconds, in which everybody else waits."""


@dataclass(frozen=True)
class Removed:
    """What went of a class, or would go; `items` are rows or files."""

    kind: Class | Literal["free pages"]
    items: int
    bytes: int


class Cleaner:
    """Cleans a data folder by a policy; `write` has one entry written and answers after the commit."""

    def __init__(
        self,
        folder: Path,
        artifacts: ArtifactStore,
        write: Callable[[Entry], Written],
        *,
        policy: Policy,
        clock: Callable[[], float],
    ) -> None:
        self._connections = ReadConnections(folder / FILE, Condition())
        self._artifacts = artifacts
        self._write = write
        self._policy = policy
        self._clock = clock

    def clean(self, *, dry_run: bool) -> tuple[Removed, ...]:
        """Remove what is over its time, or only count it. Raises StoreUnavailableError."""
        done = tuple(self._clean(kind, dry_run=dry_run) for kind in CLASSES)
        pages = () if dry_run else (self._shrink(),)
        logger.info("cleaned", extra={"dry_run": dry_run, **{one.kind: one.items for one in done}})
        return (*done, *pages)

    def close(self) -> None:
        """Let go of its connections."""
        self._connections.close()

    def _clean(self, kind: Class, *, dry_run: bool) -> Removed:
        if kind == "artifacts":
            return self._clean_artifacts(dry_run=dry_run)
        with self._connections.lend() as connection:
            found = reach(connection, kind, self._policy.of(kind), self._clock())
        if found.rows and not dry_run:
            self._prune(kind, found)
        return Removed(kind, found.rows, found.bytes)

    def _prune(self, kind: Class, found: Reach) -> None:
        while self._write(Prune(kind, found.before, PIECE)).removed:
            pass

    def _clean_artifacts(self, *, dry_run: bool) -> Removed:
        """Files go only after their names are struck off, so that nothing is ever named that is not there."""
        removed = Removed("artifacts", 0, 0)
        keep, now = self._policy.artifacts, self._clock()
        oldest_first = unnamed(self._connections, self._artifacts)
        left = sum(file.bytes for file in oldest_first)
        for file in oldest_first:
            over_age = keep.age_s is not None and file.touched_at < now - keep.age_s
            over_size = keep.size_bytes is not None and left > keep.size_bytes
            if not (over_age or over_size) or file.touched_at > now - YOUNGEST_S:
                break
            left -= file.bytes
            if dry_run or self._write(ForgetArtifacts((file.name,), now)).removed:
                removed = Removed("artifacts", removed.items + 1, removed.bytes + file.bytes)
                if not dry_run:
                    self._artifacts.remove(file.name, file.touched_at)
        return removed

    def _shrink(self) -> Removed:
        """Give back what is free, a piece at a time."""
        with self._connections.lend() as connection:
            before = int(connection.pragma("freelist_count"))
            page_bytes = int(connection.pragma("page_size"))
        left = before
        while left and (now_left := self._write(Shrink(PIECE)).removed) < left:
            left = now_left
        return Removed("free pages", before - left, (before - left) * page_bytes)
