"""Every code that a gate can give: how severe it is, what it means, what to do. docs/findings.md is held against it."""

from actors.gates.code import Code
from actors.gates.pixel_codes import PIXEL_CODES
from pipeline.findings import Finding, Severity


def finding(code: str, message: str, *, line: int | None = None, column: int | None = None, hint: str = "") -> Finding:
    """A finding with the severity and, unless a better one is given, the hint of its code."""
    known = CODES[code]
    return Finding(
        code=code, message=message, severity=known.severity, line=line, column=column, hint=hint or known.hint
    )


CODES: dict[str, Code] = {
    "source.empty": Code("there is no source", "write one TSX module that default-exports a React component"),
    "source.not-text": Code("the source is not valid Unicode", "write the character whole, or leave it out"),
    "source.too-large": Code(
        "the source is larger than the gates read",
        "compute repeated shapes in a loop instead of writing each one out, and embed no data",
    ),
    "source.too-deep": Code(
        "brackets or elements nest deeper than the gates read", "split the component into smaller functions"
    ),
    "source.fenced": Code("the source stands in a markdown fence", "return the module alone"),
    "source.directive": Code(
        "a comment tells the bundler where to read on",
        "leave out comments that name a source map or another JSX runtime",
    ),
    "syntax.invalid": Code(
        "the source is not valid TSX", "correct the syntax at this place and return the whole module"
    ),
    "syntax.timeout": Code("the parser did not end in time", "write a smaller, plainer component"),
    "syntax.crashed": Code("the parser died on this source", "write a smaller, plainer component"),
    "import.forbidden": Code("a module outside the contract is imported", "import only from react and remotion"),
    "import.unknown-name": Code("the module has no such name", "use a name that the module exports"),
    "import.dynamic": Code(
        "a module is loaded while the component runs", "use import statements at the top, from react and remotion only"
    ),
    "export.missing": Code(
        "the module has no default export", "write `export default` before the component's function"
    ),
    "export.multiple": Code(
        "the module has more than one default export", "keep one default export, of the component that draws the scene"
    ),
    "export.not-component": Code(
        "the default export is plainly no component", "default-export a function that returns elements"
    ),
    "export.class": Code("a component is a class", "write a function of the props that returns what render returned"),
    "name.unknown": Code("a name is used that nothing declares", "declare it, or import it"),
    "policy.network": Code(
        "the component reaches for the network", "draw from the props; take files through staticFile"
    ),
    "policy.timer": Code("the component reaches for a timer", "compute everything from useCurrentFrame()"),
    "policy.clock": Code(
        "the component asks for the time", "compute from useCurrentFrame() and fps, or take a date through the props"
    ),
    "policy.chance": Code(
        "the component throws dice", "use random(seed) from remotion, with a seed for each thing that varies"
    ),
    "policy.storage": Code("the component reaches for storage", "draw from the props"),
    "policy.worker": Code("the component reaches for workers or other windows", "compute in the component itself"),
    "policy.page": Code(
        "the component reaches for the page or the host", "return elements, and take sizes from useVideoConfig()"
    ),
    "policy.code": Code("the component makes code from text, or reaches behind objects", "write the code out"),
    "policy.side-effect": Code(
        "the module does something while it is loaded", "only declare at the top; do the rest in the component"
    ),
    "policy.shared-state": Code(
        "what one frame writes is there at another", "compute it anew in the component from useCurrentFrame()"
    ),
    "policy.element": Code("an element leads out of the frame", "draw with div, span, img and svg elements"),
    "policy.raw-html": Code("HTML is set as text", "write the elements in JSX"),
    "style.animation": Code(
        "a style moves by the browser's clock",
        "compute the style from useCurrentFrame() with interpolate or spring",
        Severity.WARNING,
    ),
    "hooks.effect": Code(
        "an effect does not run while a frame is drawn", "compute what it computes while drawing", Severity.WARNING
    ),
    "hooks.conditional": Code(
        "a hook is not called each time the component draws",
        "call hooks at the top of the component, before any condition, loop or return",
        Severity.WARNING,
    ),
    "bundle.timeout": Code("the bundler did not end in time", "write a smaller, plainer component"),
    "bundle.crashed": Code("the bundler died on this source", "write a smaller, plainer component"),
    "bundle.too-large": Code(
        "the bundle is larger than what is played", "compute repeated shapes in a loop, and embed no data"
    ),
    "types.unknown-member": Code(
        "a property is used that is not there by the types", "use one that is there", Severity.WARNING
    ),
    "types.wrong-arguments": Code(
        "a function is called with the wrong number of values", "give it what it takes", Severity.WARNING
    ),
    "types.wrong-value": Code(
        "a value has another type than is asked for", "give it a value of the right type", Severity.WARNING
    ),
    "types.other": Code("the types do not hold", "correct the types at this place", Severity.WARNING),
    "types.unavailable": Code(
        "the types could not be looked at", "nothing is wrong with the component by this", Severity.INFO
    ),
    "render.no-component": Code(
        "the default export is not a component", "default-export a function that returns elements"
    ),
    "render.threw": Code(
        "the component threw while it drew a frame",
        "guard against what is missing and draw every frame from 0 to the last",
    ),
    "render.blank": Code("nothing is visible at any sampled frame", "draw something visible over the whole duration"),
    "render.static": Code(
        "all sampled frames are the same",
        "animate something with useCurrentFrame and interpolate or spring",
        Severity.WARNING,
    ),
    "render.nan-style": Code(
        "a style or an attribute is NaN, Infinity or undefined", "keep divisors away from zero and input ranges rising"
    ),
    "render.blank-part": Code(
        "for a part of the time nothing is visible",
        "let something stand there from the first frame to the last",
        Severity.WARNING,
    ),
    "render.ends-early": Code(
        "nothing changes any more long before the end",
        "spread what happens over the time of the scene",
        Severity.WARNING,
    ),
    "render.cut-off": Code(
        "a Sequence does not fit into the scene",
        "compute from and durationInFrames from the length of the scene",
        Severity.WARNING,
    ),
    "render.odd-text": Code(
        "NaN, undefined or an object is shown as text",
        "give what is shown a default, and divide by nothing that may be 0",
        Severity.WARNING,
    ),
    "render.keys": Code(
        "elements of a list have no key of their own",
        "give each element of a list a key that stays with it",
        Severity.WARNING,
    ),
    "render.react": Code("React warns of an element", "write it as React expects", Severity.WARNING),
    "render.missing-asset": Code(
        "a file is drawn that the project does not have",
        "take a file of the project by staticFile(name), or draw it as SVG",
    ),
    "render.remote-asset": Code(
        "a file is drawn that lies elsewhere",
        "nothing is fetched while a frame is drawn: draw it as SVG, or take a file of the project",
    ),
    "render.unstable": Code(
        "the same frame, drawn twice, differs",
        "draw from the frame number alone: random(seed) instead of Math.random, no dates, no state outside",
    ),
    "render.import": Code("the bundle imports a module outside the contract", "import only from react and remotion"),
    "render.missing-export": Code("an imported name does not exist", "use a name that the module exports"),
    "render.timeout": Code("the component did not finish drawing in time", "remove endless or very long loops"),
    "render.memory": Code("the component used more memory than it may", "draw fewer elements and keep no large arrays"),
    "render.flooded": Code(
        "the component made more output than is read", "draw fewer elements and throw short messages"
    ),
    "render.crashed": Code("the process that drew the component died", "write a plainer component"),
    **PIXEL_CODES,
}
