"""Options that several words share, and the settings that they make."""

import argparse
from pathlib import Path

from pydantic import ValidationError

from app.errors import StartError
from app.settings import Settings


def add_data(parser: argparse.ArgumentParser) -> None:
    """--data."""
    parser.add_argument("--data", type=Path, help="the data folder (default: data beside run.py)")


def settings_of(asked: argparse.Namespace) -> Settings:
    """The settings, with what was asked for on the command line. Raises StartError when they do not fit."""
    given = {name: value for name in ("data", "host", "port") if (value := getattr(asked, name, None)) is not None}
    try:
        settings = Settings()
        return Settings.model_validate({**settings.model_dump(by_alias=True), **_aliased(given)})
    except ValidationError as error:
        found = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        message = f"the settings do not fit: {found}; see .env and the environment"
        raise StartError(message) from error


def _aliased(given: dict[str, object]) -> dict[str, object]:
    fields = Settings.model_fields
    return {str(fields[name].validation_alias or name): value for name, value in given.items()}
