"""What run.py does: read the first word, prepare what it needs, and go on inside the virtual environment."""

import os
from collections.abc import Callable
from typing import NoReturn

from app.setup.errors import SetupError
from app.setup.node_packages import node_packages
from app.setup.pages import pages
from app.setup.places import Need, Places, here
from app.setup.python_packages import python_packages
from app.setup.stages import Stage, prepare, say

_USAGE = """\
python3 run.py [--port N] [--host H] [--data DIR] [--no-open]   set up and start
python3 run.py make "PROMPT" --out DIR                          a video from the terminal
python3 run.py setup [--test]   only set up (with --test, what the tests need too)
python3 run.py test [WORDS]     set up and pass every test; words go to pytest
python3 run.py doctor           what is found, what is missing, what to do
python3 run.py lock             compile the pinned requirements again
Nothing is set up yet; once it is, --help tells the rest."""


def main(argv: list[str]) -> int:
    """Do what the words ask; returns the exit code, or never, where the app takes this process over."""
    try:
        return _own_word(argv[0], argv[1:]) if argv and argv[0] in OWN_WORDS else _start(argv)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped; the same command goes on from here")
        return 130


def stages(places: Places) -> list[Stage]:
    """What set-up makes, in order."""
    return [python_packages(places), node_packages(places), pages(places)]


def _own_word(word: str, rest: list[str]) -> int:
    return OWN_WORDS[word](here(), rest)


def _start(argv: list[str]) -> int:
    places = here()
    if argv[:1] in (["-h"], ["--help"]) and not places.python.exists():
        print(_USAGE)
        return 0
    prepare(places, stages(places), Need.START)
    return _become_the_app(places, argv)


def _become_the_app(places: Places, argv: list[str]) -> NoReturn:
    # -P: the folder it is called from must not lend it a module of its own named app.
    os.execv(places.python, [str(places.python), "-P", "-m", "app", *argv])  # noqa: S606


def _setup(places: Places, rest: list[str]) -> int:
    if rest not in ([], ["--test"]):
        raise SetupError(f"setup takes --test or nothing, not {' '.join(rest)}")
    prepare(places, stages(places), Need.TEST if rest else Need.START)
    say(f"set up in {places.root}")
    return 0


def _test(places: Places, rest: list[str]) -> int:
    from app.setup.checks import run_all, run_pytest  # noqa: PLC0415  (a start need not read it)

    prepare(places, stages(places), Need.TEST)
    return run_pytest(places, rest) if rest else run_all(places)


def _doctor(places: Places, rest: list[str]) -> int:
    from app.setup.doctor import examine  # noqa: PLC0415

    return examine(places, stages(places), rest)


def _lock(places: Places, rest: list[str]) -> int:
    from app.setup.pins import compile_all  # noqa: PLC0415

    compile_all(places, rest)
    return 0


OWN_WORDS: dict[str, Callable[[Places, list[str]], int]] = {
    "setup": _setup,
    "test": _test,
    "doctor": _doctor,
    "lock": _lock,
}
