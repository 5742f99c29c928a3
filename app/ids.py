"""Ids for what is new."""

import secrets


def new_id(prefix: str) -> str:
    """A new id that nobody can guess."""
    return f"{prefix}_{secrets.token_hex(8)}"
