"""Which messages somebody looks for."""

from collections.abc import Callable, Mapping

from actors.runtime import Span

ASKED = ("actor", "type", "job", "trace", "text", "outcome", "span")


def sought(asked: Mapping[str, str]) -> Callable[[Span], bool]:
    """Whether a span is one of them; what is not asked for does not matter."""
    wanted = {name: value for name in ASKED if (value := asked.get(name))}

    def fits(span: Span) -> bool:
        return all(_FITS[name](span, value) for name, value in wanted.items())

    return fits


def _is_of(span: Span, actor: str) -> bool:
    return actor in (span.child, span.address, span.sender)


def _says(span: Span, text: str) -> bool:
    said = (span.label, span.job, span.trace, span.address, span.child, span.sender, span.outcome)
    return any(text.lower() in part.lower() for part in said if part)


_FITS: Mapping[str, Callable[[Span, str], bool]] = {
    "actor": _is_of,
    "type": lambda span, value: span.label.lower().startswith(value.lower()),
    "job": lambda span, value: span.job == value,
    "trace": lambda span, value: span.trace == value,
    "text": _says,
    "outcome": lambda span, value: span.outcome == value,
    "span": lambda span, value: str(span.span) == value,
}
