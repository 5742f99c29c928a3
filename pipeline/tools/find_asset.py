"""The tool that finds files that the person gave."""

from pydantic import Field

from pipeline.assets import Asset
from pipeline.tools.tool import Desk, Outcome, Tool

_MOST_LISTED = 40


class FindAsset(Tool):
    """Find the pictures that the person gave (logos, photos), by a part of their name; all of them without one.

    Name a file in a scene's description exactly as it is called here, and the component draws it as it is.
    """

    query: str = Field(default="", max_length=100, description="a part of the file's name")

    def run(self, desk: Desk) -> Outcome:
        """One line for each file that fits, the last that came first."""
        wanted = self.query.lower()
        found = [asset for asset in reversed(desk.project.assets) if wanted in asset.name.lower()]
        lines = [_line(asset) for asset in found[:_MOST_LISTED]]
        return Outcome(content="\n".join(lines) or _nothing(desk), summary=f"found {len(found)} of the project's files")


def _line(asset: Asset) -> str:
    drawn = f'<Img src={{staticFile("{asset.name}")}}/>'
    return f"{asset.name}: {asset.media_type}, {asset.width}x{asset.height}, drawn as {drawn}"


def _nothing(desk: Desk) -> str:
    known = ", ".join(asset.name for asset in desk.project.assets[:_MOST_LISTED])
    return f"No file has that name; there are {known}." if known else "The person gave no file yet; ask for it."
