"""The rows of a project under other ids, wherever these stand, also deep in JSON."""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

_TOKEN = re.compile(r"[A-Za-z0-9_.:-]+")
_NAMED = ("project", "job", "message", "scene", "revision", "history", "asset")
"""The tables whose rows have an id of their own."""

_SAID = frozenset({"source", "content", "name", "description"})
"""The columns that hold what people and models wrote, word for word."""

Rows = dict[str, list[dict[str, Any]]]


def renamed_by(seed: str, rows: Rows) -> Rows:
    """The rows under ids that follow from what they were and from `seed`."""
    return renamed(rows, lambda old: sha256(f"{seed} {old}".encode()).hexdigest()[:20])


def renamed(rows: Rows, digest: Callable[[str], str]) -> Rows:
    """Every id becomes its kind and the digest of what it was; every value that names one follows."""
    ids = {
        str(row["id"]): f"{str(row['id']).partition('_')[0][:20]}_{digest(str(row['id']))}"
        for table in _NAMED
        for row in rows.get(table, [])
        if row.get("id")
    }

    def follow(value: object) -> object:
        return _TOKEN.sub(lambda found: ids.get(found[0], found[0]), value) if isinstance(value, str) else value

    def row(of_it: dict[str, Any]) -> dict[str, Any]:
        return {name: value if name in _SAID else follow(value) for name, value in of_it.items()}

    return {table: [row(of_it) for of_it in found] for table, found in rows.items()}
