"""A Chromium to look at pages with: on Linux the one inside the npm package, elsewhere one that is installed.

The packed one is unpacked once for a checkout, under a lock, into a folder of its own: not into the folder for
temporary files, where the package would take whatever lies there under its name.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Browser, async_playwright

from app.setup.children import environment
from app.setup.node_packages import node
from app.setup.one_at_a_time import one_at_a_time
from app.setup.places import Places, here
from app.setup.stages import say

PACKED_FOR = ("linux", "x86_64")
INSTALLED = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser")
_IN_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
# A frame that hangs must hang alone, so it gets a process of its own; and nothing is asked of any network.
_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--site-per-process", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pings"),
    *("--disable-domain-reliability", "--font-render-hinting=none"),
)
_UNPACK = """
const {default: chromium, inflate} = await import("@sparticuz/chromium");
await chromium.executablePath();
await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
"""
_UNPACK_TIMEOUT_S = 120
_PROOF = "unpacked"
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/fonts-cache</cachedir>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
"""


class NoChromiumError(Exception):
    """No Chromium was found, or it cannot be started here; the message says what to do."""


class Chromium(NamedTuple):
    """A program, and what its environment needs beyond that of any child."""

    program: Path
    extra: dict[str, str]


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A running one, headless; leaving closes it. Raises NoChromiumError."""
    found = locate(here())
    # What is local is asked directly, whatever proxy the environment names.
    env: dict[str, str | float | bool] = {**environment(found.extra), "NO_PROXY": "*", "no_proxy": "*"}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found.program, args=_ARGUMENTS, env=env)
        try:
            yield browser
        finally:
            await browser.close()


def locate(places: Places) -> Chromium:
    """The packed one where it runs, unpacked if need be; else an installed one. Raises NoChromiumError."""
    package = places.node_modules / "@sparticuz" / "chromium"
    if (sys.platform, platform.machine()) == PACKED_FOR and package.is_dir():
        return _packed(unpacked(places.workshop / "chromium", package, lambda folder: _unpack(places, folder)))
    return installed([*map(shutil.which, INSTALLED), *_IN_APPLICATIONS])


def installed(candidates: Sequence[str | Path | None]) -> Chromium:
    """The first one that is there. Raises NoChromiumError."""
    there = [Path(candidate) for candidate in candidates if candidate and Path(candidate).exists()]
    if not there:
        message = f"no Chromium is installed; install Google Chrome or one of {', '.join(INSTALLED)}"
        raise NoChromiumError(message)
    return Chromium(there[0], {})


def unpacked(folder: Path, package: Path, unpack: Callable[[Path], None]) -> Path:
    """The folder with the unpacked package of now; one that was cut off or is of another package is made anew."""
    stamp = (package / "package.json").read_text(encoding="utf-8")
    with one_at_a_time(folder.with_name(f"{folder.name}.lock"), say):
        proof = folder / _PROOF
        if not proof.is_file() or proof.read_text(encoding="utf-8") != stamp:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            unpack(folder)
            proof.write_text(stamp, encoding="utf-8")
    return folder


def _unpack(places: Places, folder: Path) -> None:
    (folder / "fonts.conf").write_text(_FONTS.format(folder=folder), encoding="utf-8")
    done = subprocess.run(
        [node(places), "--input-type=module", "--eval", _UNPACK],
        cwd=places.web,
        env=environment({"TMPDIR": str(folder)}),
        capture_output=True,
        text=True,
        timeout=_UNPACK_TIMEOUT_S,
        check=False,
    )
    if done.returncode != 0:
        message = f"the packed Chromium could not be unpacked: {done.stderr.strip()[-500:]}"
        raise NoChromiumError(message)


def _packed(folder: Path) -> Chromium:
    """It brings the libraries that a small system lacks; where the system has its own, they stay out of its way."""
    program = folder / "chromium"
    fonts = {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    brought = {**fonts, "LD_LIBRARY_PATH": str(folder / "al2023" / "lib")}
    said = ""
    for extra in (fonts, brought):
        done = subprocess.run(
            [program, "--version"],
            env=environment(extra),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode == os.EX_OK:
            return Chromium(program, extra)
        said = done.stderr.strip()[-500:]
    message = f"the packed Chromium does not start: {said}"
    raise NoChromiumError(message)
