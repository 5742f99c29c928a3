"""Who looks at what was published: a Chromium in the jail, where both can be had."""

import logging

from actors.jail import holds_families
from actors.pixels import Browser, Looker, Pages, Viewer
from app.setup.chromium import NoChromiumError, locate
from app.setup.places import here

logger = logging.getLogger(__name__)

OFF = "looking is switched off (BAZAAR_INSPECT)"
UNSAFE = (
    "this system's jail cannot hold a browser, and a stranger's code is shown in no browser that is not jailed: "
    "it needs Linux 6.12 or newer with Landlock"
)


def eyes(*, wanted: bool) -> Looker | str:
    """Who looks, or why nobody can. The browser itself starts with the first look."""
    if not wanted:
        return OFF
    if not holds_families():
        return UNSAFE
    try:
        found = locate(here())
    except NoChromiumError as error:
        logger.warning("no Chromium to look with", extra={"error": str(error)})
        return str(error)
    viewer = Viewer(found.program, found.extra)
    return Looker(lambda: Browser(viewer), Pages(here().pages))
