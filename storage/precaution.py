"""What is done to an older database before its schema changes: a copy is set aside, the last few of which are kept."""

import logging
import time
from pathlib import Path

from storage.copying import copy_database

logger = logging.getLogger(__name__)

FOLDER = "before-migration"
KEPT = 3


def set_copy_aside(database: Path, version: int) -> Path:
    """Copy the database of that schema into a folder beside it. Raises StoreUnavailableError."""
    folder = database.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{time.strftime('%Y%m%d-%H%M%S')}-schema-{version}.db"
    copy_database(database, target)
    for old in sorted(folder.glob("*.db"))[:-KEPT]:
        old.unlink()
    logger.info("the database is copied before its schema changes", extra={"copy": str(target)})
    return target
