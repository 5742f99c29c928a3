"""What happens to the files of a project."""

from pipeline.assets import Asset
from pipeline.events.event import Event


class AssetAdded(Event):
    """A file came; components draw it by its name."""

    asset: Asset
