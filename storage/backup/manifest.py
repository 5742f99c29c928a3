"""What a file of ours says of itself, as its first member."""

from typing import Literal

from pydantic import ValidationError

from pipeline.value import Value
from storage.errors import UnusableFileError

NAME = "manifest.json"
LARGEST_MANIFEST_BYTES = 16 * 1024 * 1024

Kind = Literal["backup", "project"]


class Manifest(Value):
    """`schema` is the version of the tables in it, `missing` names the artifacts whose files were gone."""

    format: Literal[1] = 1
    kind: Kind
    schema_version: int
    created_at: str
    missing: tuple[str, ...] = ()


def manifest_in(text: bytes, kind: Kind) -> Manifest:
    """Read it. Raises UnusableFileError."""
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        message = "the file does not say what it is as this version understands it; it may be of a newer Bazaar"
        raise UnusableFileError(message) from error
    if manifest.kind != kind:
        message = f"the file is a {manifest.kind}, not a {kind}: use the word for that"
        raise UnusableFileError(message)
    return manifest
