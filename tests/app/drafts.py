"""Components that a scripted model writes: for the gates to be slow over, or to refuse."""

from collections.abc import Callable, Sequence
from typing import Any

from drills.model_server import Script

_SCENE = """
import { AbsoluteFill, useCurrentFrame } from "remotion";
%(before)s
export default function Scene() {
  const frame = useCurrentFrame();
  %(within)s
  return (
    <AbsoluteFill style={{ backgroundColor: "#001f3f", color: "#ff7f50", fontSize: 90 }}>
      <div style={{ transform: `translateX(${frame * 3}px)` }}>Nimbus %(after)s</div>
    </AbsoluteFill>
  );
}
"""

PLAIN = _SCENE % {"before": "", "within": "", "after": ""}

BIG = _SCENE % {
    "before": "\n".join(f"const row{n} = (x: number) => x * {n} + Math.sin(x / {n + 1});" for n in range(900)),
    "within": "",
    "after": "{(" + " + ".join(f"row{n}(frame)" for n in range(0, 900, 9)) + ").toFixed(2)}",
}
"""Near the most that is read: building it takes a while."""

SLOW = _SCENE % {
    "before": "",
    "within": "let sum = 0;\n  for (let n = 0; n < 8e7; n += 1) sum += n % 7;",
    "after": "{sum % 10}",
}
"""Each frame keeps the processor busy for some tenths of a second."""

ENDLESS = _SCENE % {
    "before": 'const inBrowser = typeof window !== "undefined";',
    "within": "while (inBrowser && frame > 5) {}",
    "after": "",
}
"""No check runs into its loop, only a browser does."""

FORBIDDEN = 'import fs from "fs";\nconst files = fs.readdirSync("/");\n' + PLAIN


def writes(source: str, *, wanted: Callable[[str], bool] = lambda _: True) -> Script:
    """A model that answers every request for a component like this, where `wanted`; plans are left to the composer."""

    def answer(messages: Sequence[dict[str, Any]]) -> str | None:
        said = str(messages[-1]["content"])
        is_writing = '"task": "' in said
        return f"```tsx\n{source}\n```" if is_writing and wanted(said) else None

    return answer
