"""A second copy of a database, as of one moment, while others write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.errors import StoreUnavailableError


def copy_database(source: Path, target: Path) -> None:
    """Copy it into one file, which is then its owner's only. Raises StoreUnavailableError."""
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as original:
            original.execute("PRAGMA query_only = on")
            with closing(sqlite3.connect(target)) as copy:
                original.backup(copy)
                copy.execute("PRAGMA journal_mode = delete")
    except sqlite3.Error as error:
        message = f"the database {source} cannot be copied ({error}): see that the disk has room for a second one"
        raise StoreUnavailableError(message) from error
    target.chmod(0o600)
