"""The pictures of a revision, and what was seen on them, are kept with it in the transaction that records the look."""

import json

from pipeline.commands import Inspection
from storage.writing.artifacts import name_artifact
from storage.writing.transaction import Transaction, json_text

_OURS = "pixels."
"""How the codes of a look begin; a second look replaces what the first one found."""


def keep_stills(transaction: Transaction, inspection: Inspection) -> None:
    """Name the artifacts, and add to the revision what they show."""
    for still in inspection.stills:
        name_artifact(transaction, still.sha256, "still")
    stills = json_text([still.model_dump(mode="json") for still in inspection.stills])
    found = [found.model_dump(mode="json") for found in inspection.findings]
    known = transaction.row("SELECT findings FROM revision WHERE id = ?", inspection.revision)
    before = [one for one in json.loads(known[0]) if not one["code"].startswith(_OURS)] if known else []
    findings = json_text([*before, *found])
    transaction.run("UPDATE revision SET stills = ?, findings = ? WHERE id = ?", stills, findings, inspection.revision)
