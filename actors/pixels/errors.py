"""What keeps Chromium from showing a component."""


class BrowserError(Exception):
    """The browser refused what it was asked, and said why."""


class BrowserGoneError(BrowserError):
    """The browser ended or closed its pipe."""


class BrowserLateError(BrowserError):
    """The browser did not answer in time."""
