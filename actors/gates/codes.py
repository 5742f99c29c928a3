"""Every code that a gate can give: how severe it is, what it means, what to do. docs/findings.md is held against it."""

from dataclasses import dataclass

from pipeline.findings import Finding, Severity


@dataclass(frozen=True)
class Code:
    """What a finding of one kind means; `hint` is shown to people and told to the model."""

    meaning: str
    hint: str
    severity: Severity = Severity.ERROR


def finding(code: str, message: str, *, line: int | None = None, column: int | None = None, hint: str = "") -> Finding:
    """A finding with the severity and, unless a better one is given, the hint of its code."""
    known = CODES[code]
    return Finding(
        code=code, message=message, severity=known.severity, line=line, column=column, hint=hint or known.hint
    )


CODES: dict[str, Code] = {
    "source.empty": Code(
        "there is no source",
        "write one TSX module that default-exports a React component",
    ),
    "source.not-text": Code(
        "the source is not valid Unicode",
        "write the character whole, or leave it out",
    ),
    "source.too-large": Code(
        "the source is larger than the gates read",
        "compute repeated shapes in a loop instead of writing each one out, and embed no data",
    ),
    "source.too-deep": Code(
        "brackets or elements nest deeper than the gates read",
        "split the component into smaller functions",
    ),
    "syntax.invalid": Code(
        "the source is not valid TSX",
        "correct the syntax at this place and return the whole module",
    ),
    "import.forbidden": Code(
        "a module outside the contract is imported",
        "import only from react and remotion",
    ),
    "import.unknown-name": Code(
        "the module has no such name",
        "use a name that the module exports",
    ),
    "import.dynamic": Code(
        "a module is loaded while the component runs",
        "use import statements at the top, from react and remotion only",
    ),
    "export.missing": Code(
        "the module has no default export",
        "write `export default` before the component's function",
    ),
    "bundle.timeout": Code(
        "the bundler did not end in time",
        "write a smaller, plainer component",
    ),
    "bundle.crashed": Code(
        "the bundler died on this source",
        "write a smaller, plainer component",
    ),
    "render.no-component": Code(
        "the default export is not a component",
        "default-export a function that returns elements",
    ),
    "render.threw": Code(
        "the component threw while it drew a frame",
        "guard against what is missing and draw every frame from 0 to the last",
    ),
    "render.blank": Code(
        "nothing is visible at any sampled frame",
        "draw something visible over the whole duration",
    ),
    "render.static": Code(
        "all sampled frames are the same",
        "animate something with useCurrentFrame and interpolate or spring",
        Severity.WARNING,
    ),
    "render.nan-style": Code(
        "a style or an attribute is NaN, Infinity or undefined",
        "keep divisors away from zero and input ranges rising",
    ),
    "render.unstable": Code(
        "the same frame, drawn twice, differs",
        "draw from the frame number alone: random(seed) instead of Math.random, no dates, no state outside",
    ),
    "render.import": Code(
        "the bundle imports a module outside the contract",
        "import only from react and remotion",
    ),
    "render.missing-export": Code(
        "an imported name does not exist",
        "use a name that the module exports",
    ),
    "render.timeout": Code(
        "the component did not finish drawing in time",
        "remove endless or very long loops",
    ),
    "render.memory": Code(
        "the component used more memory than it may",
        "draw fewer elements and keep no large arrays",
    ),
    "render.flooded": Code(
        "the component made more output than is read",
        "draw fewer elements and throw short messages",
    ),
    "render.crashed": Code(
        "the process that drew the component died",
        "write a plainer component",
    ),
}
