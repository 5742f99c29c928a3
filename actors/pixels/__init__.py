"""What a published component looks like: it is drawn in a jailed Chromium, measured, and its stills are kept."""

from actors.pixels.errors import BrowserError
from actors.pixels.inspection import Looked, Looker
from actors.pixels.page import FileOf, Pages
from actors.pixels.viewer import Browser, Viewer

__all__ = ["Browser", "BrowserError", "FileOf", "Looked", "Looker", "Pages", "Viewer"]
