"""One round of a turn: from what a person said to a text and tool calls."""
