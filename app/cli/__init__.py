"""The words of the command line: one file each, and a line here."""

import argparse
from collections.abc import Callable, Sequence

from app.cli import backup, bench, clean, demo_model, drill, export, job, make, restore, resume, serve, take_in, top
from app.setup.door import OWN_WORDS

COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int], str]] = {
    "serve": (serve.arguments, serve.run, "start the server and print its address (the default)"),
    "make": (make.arguments, make.run, "make a video from a sentence"),
    "top": (top.arguments, top.run, "watch the actors and the jobs of a running server"),
    "job": (job.arguments, job.run, "tell all about a job, and why it is not moving"),
    "resume": (resume.arguments, resume.run, "let a stopped job go on"),
    "backup": (backup.arguments, backup.run, "write everything into one file, also while the server runs"),
    "restore": (restore.arguments, restore.run, "put the data folder back to what a backup holds"),
    "export": (export.arguments, export.run, "write a project into one file"),
    "import": (take_in.arguments, take_in.run, "take a project in from a file, as a copy"),
    "clean": (clean.arguments, clean.run, "remove what has its time behind it"),
    "bench": (bench.arguments, bench.run, "run a benchmark"),
    "drill": (drill.arguments, drill.run, "run a drill: break things and count what was lost"),
    "demo-model": (demo_model.arguments, demo_model.run, "serve the demo composer alone"),
}


def main(argv: Sequence[str]) -> int:
    """Run the command that the words name; without one, the server. Returns the exit code."""
    words = list(argv)
    if not words or (words[0].startswith("-") and words[0] not in {"-h", "--help"}):
        words.insert(0, "serve")
    asked = _parser().parse_args(words)
    return COMMANDS[asked.command][1](asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Chat to motion graphics that never loses work.",
        epilog=f"Set-up has words of its own: {', '.join(OWN_WORDS)}.",
    )
    words = parser.add_subparsers(dest="command", required=True)
    for name, (arguments, _, help_text) in COMMANDS.items():
        arguments(words.add_parser(name, help=help_text, description=help_text))
    return parser
