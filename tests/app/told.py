"""The types that the console's page was written for, as far as the names of their fields."""

import re

from app.settings import ROOT

_TYPE = re.compile(r"^export interface (\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^  readonly (\w+)(\??):", re.MULTILINE)


def fields_of(name: str) -> set[str]:
    """The fields that an answer of this type must have."""
    for file in sorted((ROOT / "web" / "console" / "src" / "told").glob("*.ts")):
        for known, body in _TYPE.findall(file.read_text(encoding="utf-8")):
            if known == name:
                return {field for field, optional in _FIELD.findall(body) if not optional}
    message = f"no type {name} in web/console/src/told"
    raise LookupError(message)
