"""How much of a model's context a text takes, near enough to decide what to leave out."""

from math import ceil

BYTES_PER_TOKEN = 3.4
"""Of the tokenizers in use; a vendor's count comes with its answer and is what is paid for."""


def tokens(text: str) -> int:
    """An estimate that is seldom too low."""
    return ceil(len(text.encode()) / BYTES_PER_TOKEN)
