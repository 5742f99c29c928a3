"""The fonts that a page needs that has nowhere to load them from."""

import json
import logging
import subprocess
from typing import Any

from actors.gates.programs import find
from app.settings import ROOT

PICKER = ROOT / "web" / "dist" / "fonts.mjs"
"""Reads code and props, writes the fonts they need; the same rules as the preview's (web/preview/src/fonts)."""
_MOST_S = 30
logger = logging.getLogger(__name__)


def fonts_for(text: str) -> dict[str, Any]:
    """The fonts that a video's code and props name, as faces and files; none if they cannot be had.

    A page without them plays all the same, in the fonts of the machine it is opened on.
    """
    argv = [find(ROOT).node, PICKER]
    try:
        done = subprocess.run(argv, input=text.encode(), capture_output=True, timeout=_MOST_S, check=True, env={})
        picked: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        logger.warning("no fonts are put into the page: %s; run the set-up again", error)
        return {"faces": [], "files": {}}
    return picked
