"""A content in a sentence that people read and that reads back as the same content."""

from composer.designs.content import Content, Kind, shown


def described(content: Content) -> str:
    """Say what a scene shows; texts stand in curly quotes."""
    return f"{_opening(content)}."


def _opening(content: Content) -> str:
    match content.kind:
        case Kind.TITLE | Kind.OUTRO:
            line = f" with the line {_quote(content.subline)}" if content.subline else ""
            return f"{content.kind.value.capitalize()}: {_quote(content.headline)}{line}"
        case Kind.WORDS:
            return f"Kinetic words: {_all(content.items)}"
        case Kind.LIST:
            return f"List{_titled(content)}: {_all(content.items)}"
        case Kind.CHART:
            bars = ", ".join(f"{_quote(bar.label)} = {bar.shown}" for bar in content.values)
            return f"Bar chart{_titled(content)}: {bars}"
        case Kind.COUNTER:
            start, end = (shown(value, content.prefix, content.suffix) for value in (content.start, content.end))
            label = f", labelled {_quote(content.subline)}" if content.subline else ""
            return f"Counter{_titled(content)} from {start} to {end}{label}"


def _titled(content: Content) -> str:
    return f" titled {_quote(content.headline)}" if content.headline else ""


def _all(texts: tuple[str, ...]) -> str:
    return ", ".join(_quote(text) for text in texts)


def _quote(text: str) -> str:
    return "“" + text.replace("“", '"').replace("”", '"').replace("„", '"') + "”"
