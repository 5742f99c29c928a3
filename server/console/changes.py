"""What is different between two snapshots: what goes to whoever has the first."""

from pydantic import JsonValue

from server.console.console import Json


def change(old: Json, new: Json) -> Json | None:
    """The new value of whatever differs; None where nothing does. Children and mailboxes are told apart by name."""
    told: Json = {
        name: value
        for name, value in new.items()
        if name not in ("at", "children", "mailboxes") and old.get(name) != value
    }
    before, now = _by_name(old["children"]), _by_name(new["children"])
    if differing := [child for name, child in now.items() if before.get(name) != child]:
        told["children"] = differing
    if gone := [name for name in before if name not in now]:
        told["gone"] = list(gone)
    old_boxes, boxes = _mapping(old["mailboxes"]), _mapping(new["mailboxes"])
    if full := {name: box for name, box in boxes.items() if old_boxes.get(name) != box}:
        told["mailboxes"] = full
    return {"at": new["at"], **told} if told else None


def _by_name(children: JsonValue) -> dict[str, JsonValue]:
    listed = children if isinstance(children, list) else []
    return {str(child["name"]): child for child in listed if isinstance(child, dict)}


def _mapping(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}
