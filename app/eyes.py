"""Who looks at what was published: a Chromium in the jail, where both can be had."""

import logging

from actors.jail import FAMILIES_NOT_HELD, holds_families
from actors.pixels import Browser, Looker, Pages, Viewer
from app.setup.chromium import NoChromiumError, locate
from app.setup.places import here

logger = logging.getLogger(__name__)

OFF = "looking is switched off (BAZAAR_INSPECT)"


def eyes(*, wanted: bool, chromium: str = "") -> Looker | str:
    """Who looks, with the Chromium that was asked for, or why nobody can. The browser starts with the first look."""
    if not wanted:
        return OFF
    if not holds_families():
        return FAMILIES_NOT_HELD
    try:
        found = locate(here(), chromium)
    except NoChromiumError as error:
        logger.warning("no Chromium to look with", extra={"error": str(error)})
        return str(error)
    viewer = Viewer(found.program, found.extra)
    return Looker(lambda: Browser(viewer), Pages(here().pages))
