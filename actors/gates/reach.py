"""What a source could say to make the bundler read the file system, found before the bundler hears of it.

esbuild walks folders for a path that is put together from "./" and something computed, and opens the file that a
source map comment names; every other import is external and leads it nowhere.
"""

import re

from actors.gates.codes import finding
from pipeline.findings import Finding


def computed_paths(source: str) -> tuple[Finding, ...]:
    """Loading a module whose path only begins with a text."""
    found = _COMPUTED.search(source)
    if found is None:
        return ()
    before = source[: found.start()]
    line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
    return (finding("import.dynamic", "a module of computed name is loaded at run time", line=line, column=column),)


def without_source_map(source: str) -> str:
    """The source with every character in its place, in which no comment names a source map."""
    return _SOURCE_MAP.sub(r"\1 ", source)


def _escapable(word: str) -> str:
    """The word as a pattern; any of its letters may be written as an escape."""
    return "".join(rf"(?:{letter}|\\u(?:00{ord(letter):x}|\{{0*{ord(letter):x}\}}))" for letter in word)


_SPACE = r"(?>\s|/\*(?>[^*]|\*(?!/))*+\*/|//[^\n]*+\n)*+"
_WHOLE = r"""(?:"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\$]*`)"""
_BEGUN = rf"(?:{_SPACE}\()*{_SPACE}(?!{_WHOLE}{_SPACE}[,)])[\"'`]"
_CHOSEN = rf"[^;]{{0,200}}?[?:|&,(]{_SPACE}[\"'`]\.{{1,2}}/"
_COMPUTED = re.compile(
    rf"(?:{_escapable('require')}|import){_SPACE}(?:\){_SPACE})*(?:\?\.{_SPACE})?\((?:{_BEGUN}|{_CHOSEN})",
    re.IGNORECASE,
)
_SOURCE_MAP = re.compile(r"([#@][ \t]*sourceMappingURL)=")
