"""Where the preview loads the files of a project: under a path that nobody can guess, for its frame sends no cookie."""

import hashlib
import hmac

from pipeline.ids import ProjectId
from server.gate import PREVIEW
from server.handles import Handles

_DIGITS = 32


def asset_root(handles: Handles, project: ProjectId) -> str:
    """The path below which the project's files lie by their names; ends in a slash."""
    return f"{PREVIEW}assets/{signature(handles, project)}/{project}/"


def signature(handles: Handles, project: ProjectId) -> str:
    """What stands for the token in that path, for this project alone; another token makes other paths."""
    return hmac.new(handles.token.encode(), f"assets of {project}".encode(), hashlib.sha256).hexdigest()[:_DIGITS]
