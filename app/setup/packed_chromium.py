"""The Chromium inside the npm package `@sparticuz/chromium`, which runs on a bare Linux.

It is unpacked once for a checkout, under a lock, into a folder of its own: not into the folder for temporary files,
where the package would take whatever lies there under its name.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.setup.children import environment
from app.setup.chromiums import Chromium, NoChromiumError
from app.setup.node_packages import node
from app.setup.one_at_a_time import one_at_a_time
from app.setup.places import Places
from app.setup.stages import say

PACKED_FOR = ("linux", "x86_64")
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


def package_of(places: Places) -> Path | None:
    """Where the package lies, if it is there and made for this machine."""
    package = places.node_modules / "@sparticuz" / "chromium"
    return package if (sys.platform, platform.machine()) == PACKED_FOR and package.is_dir() else None


def packed(places: Places, package: Path) -> Chromium:
    """The one in the package, unpacked if need be. Raises NoChromiumError."""
    return _started(unpacked(places.workshop / "chromium", package, lambda folder: _unpack(places, folder)))


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


def _started(folder: Path) -> Chromium:
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
            return Chromium("packed", program, extra)
        said = done.stderr.strip()[-500:]
    message = f"the packed Chromium does not start: {said}"
    raise NoChromiumError(message)
