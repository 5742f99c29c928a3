"""What every test run shares: the outcome of the other checks, told just before pytest's last line."""

import os

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    summary = os.environ.get("BAZAAR_CHECKS")
    if summary:
        terminalreporter.section("checks")
        terminalreporter.write_line(summary)
