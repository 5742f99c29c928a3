"""How far the removal of a class goes."""

from dataclasses import dataclass

from peewee import SqliteDatabase

from storage.retention.policy import YOUNGEST_S, Class, Keep
from storage.retention.stocks import STOCKS
from storage.sql import execute
from storage.timestamps import iso


@dataclass(frozen=True)
class Reach:
    """What is older than `before` goes: so many rows, of so many bytes."""

    before: float | str
    rows: int
    bytes: int


def reach(database: SqliteDatabase, kind: Class, keep: Keep, now: float) -> Reach:
    """By age and by size, whichever goes further; never what is younger than the youngest that may go."""
    stock = STOCKS[kind]
    limits = [] if keep.age_s is None else [_stamp(kind, now - keep.age_s)]
    if keep.size_bytes is not None:
        limits += _by_size(database, stock, keep.size_bytes, _stamp(kind, now))
    before = min(max(limits, default=_stamp(kind, 0.0)), _stamp(kind, now - YOUNGEST_S))
    sql = f"SELECT COUNT(*), COALESCE(SUM(bytes), 0) FROM ({stock}) AS stock WHERE at < ?"  # noqa: S608  # a query of ours
    rows, size = execute(database, sql, before).fetchone()
    return Reach(before, rows, size)


def _by_size(database: SqliteDatabase, stock: str, limit: int, all_of_it: float | str) -> list[float | str]:
    """The age of the oldest that still has room; nothing where all has."""
    total = execute(database, f"SELECT SUM(bytes) FROM ({stock}) AS stock").fetchone()[0]  # noqa: S608  # a query of ours
    if (total or 0) <= limit:
        return []
    summed = f"SELECT at, SUM(bytes) OVER (ORDER BY at DESC) AS total FROM ({stock}) AS stock"  # noqa: S608  # a query of ours
    oldest = execute(database, f"SELECT MIN(at) FROM ({summed}) AS summed WHERE total <= ?", limit).fetchone()[0]  # noqa: S608
    return [all_of_it if oldest is None else oldest]


def _stamp(kind: Class, seconds: float) -> float | str:
    """A moment as the class writes it down."""
    return iso(seconds) if kind == "events" else seconds
