"""Ids that follow from what they stand for."""

import hashlib


def derived(prefix: str, *parts: str) -> str:
    """An id that is the same for the same parts."""
    return f"{prefix}_{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"
