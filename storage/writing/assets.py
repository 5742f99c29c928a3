"""How a file becomes one of a project's; its bytes lie on the disk before the row that names them."""

from collections.abc import Sequence
from itertools import count

from pipeline.assets import MOST_ASSETS, Asset, numbered
from pipeline.errors import ChangeRefusedError
from pipeline.events import AssetAdded
from pipeline.ids import AssetId, ProjectId
from storage.edits import AddAsset
from storage.entries import Written
from storage.reading.assets import assets
from storage.timestamps import iso
from storage.writing.artifacts import name_artifact
from storage.writing.projects import require_project
from storage.writing.transaction import Transaction

_ADD = """
INSERT INTO asset (id, project, name, sha256, media_type, width, height, bytes, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def add_asset(transaction: Transaction, entry: AddAsset) -> Written:
    """Add the file, under a name of its own. Raises NotFoundError, and ChangeRefusedError where there are too many.

    The same bytes under the same name again change nothing.
    """
    require_project(transaction, entry.project)
    known = {asset.name: asset for asset in assets(transaction.database, entry.project)}
    asset = _named(entry.asset, known)
    if asset.name in known:
        return Written()
    if len(known) >= MOST_ASSETS:
        message = f"the project has {len(known)} files and may have {MOST_ASSETS}"
        raise ChangeRefusedError(message)
    dated = asset.model_copy(update={"created_at": iso(transaction.now)})
    _store(transaction, entry.project, asset)
    return Written(events=transaction.number(entry.project, [AssetAdded(asset=dated)]))


def known_assets(transaction: Transaction, project: ProjectId, wanted: Sequence[AssetId]) -> tuple[Asset, ...]:
    """The files of those ids. Raises ChangeRefusedError for one that the project does not have."""
    known = {asset.id: asset for asset in assets(transaction.database, project)} if wanted else {}
    missing = [asset for asset in wanted if asset not in known]
    if missing:
        message = f"{missing[0]} is not a file of this project; give the file first, and attach it by its id"
        raise ChangeRefusedError(message)
    return tuple(known[asset] for asset in wanted)


def _named(asset: Asset, known: dict[str, Asset]) -> Asset:
    """The name that was given, or the first one after it that is free or stands for the same bytes."""
    for number in count(1):
        name = asset.name if number == 1 else numbered(asset.name, number)
        if name not in known or known[name].sha256 == asset.sha256:
            return asset.model_copy(update={"name": name})
    raise AssertionError  # count() has no end


def _store(transaction: Transaction, project: ProjectId, asset: Asset) -> None:
    name_artifact(transaction, asset.sha256, "asset")
    transaction.run(
        _ADD,
        asset.id,
        project,
        asset.name,
        asset.sha256,
        asset.media_type,
        asset.width,
        asset.height,
        asset.bytes,
        transaction.now,
    )
