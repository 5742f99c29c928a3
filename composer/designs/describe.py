"""A content in a sentence that people read and that reads back as the same content."""

from composer.designs.content import CHARTED, COUNTED, HEADED, Content, Kind, shown


def described(content: Content) -> str:
    """Say what a scene shows; texts stand in curly quotes."""
    return f"{_opening(content)}."


def _opening(content: Content) -> str:
    name = content.kind.value.capitalize()
    if content.kind in HEADED:
        line = f" with the line {_quote(content.subline)}" if content.subline else ""
        return f"{name}: {_quote(content.headline)}{line}"
    if content.kind in CHARTED:
        bars = ", ".join(f"{_quote(bar.label)} = {bar.shown}" for bar in content.values)
        return f"{name}{_titled(content)}: {bars}"
    if content.kind in COUNTED:
        return _counted(name, content)
    return f"{name}{_titled(content)}: {_all(content.items)}"


def _counted(name: str, content: Content) -> str:
    start, end = (shown(value, content.prefix, content.suffix) for value in (content.start, content.end))
    label = f", labelled {_quote(content.subline)}" if content.subline else ""
    span = f"from {start}" if content.kind is Kind.COUNTDOWN else f"from {start} to {end}"
    return f"{name}{_titled(content)} {span}{label}"


def _titled(content: Content) -> str:
    return f" titled {_quote(content.headline)}" if content.headline else ""


def _all(texts: tuple[str, ...]) -> str:
    return ", ".join(_quote(text) for text in texts)


def _quote(text: str) -> str:
    return "“" + text.replace("“", '"').replace("”", '"').replace("„", '"') + "”"
