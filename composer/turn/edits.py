"""Edits of a project that has scenes: which tool calls a message asks for."""

import re
from dataclasses import dataclass

from pydantic import JsonValue

from composer.designs.describe import described
from composer.reading.colours import background_in, colours_in
from composer.reading.quotes import MASK, Masked
from composer.reading.scene import content_in
from composer.reading.sizes import fps_in, shape_in
from composer.reply import Call
from composer.turn.clauses import VERBS, clauses_in
from composer.turn.lengths import lengths_in
from composer.turn.moves import moves_in
from composer.turn.state import SceneState, State
from composer.turn.targets import Targets, targets_in
from composer.writing.changes import changes_in

_REMOVE = re.compile(r"\b(?:remove|delete|drop|get rid of|cut|lösche|entferne|supprime|elimina|quita)\b(?!.*\bfrom\b)")
_PART = re.compile(
    rf"{MASK}|\b(?:sub-?title|sub-?line|tag ?line|line|bar|item|point|word|text|label|background|colou?r)s?\b"
)
_RENAME = re.compile(rf"\b(?:rename|call|name)\b[^{MASK[1:-1]}]*({MASK})")
_PROJECT = re.compile(r"\b(?:video|project|film|it)\b")
_REDO = re.compile(r"\b(?:regenerate|redo|re-?do|rewrite|try again|once more|start .{0,12}over)\b")
_REPLACED = re.compile(r"\breplace\b(?P<which>.*?)\b(?:with|by)\s+(?P<what>an?\s.+)$", re.DOTALL)
_PALETTE = re.compile(r"\b(?:palette|colou?rs? (?:of the (?:video|project)|scheme)|brand colou?rs|farben)\b")
_GROUND = re.compile(r"\b(?:background|hintergrund|fond|fondo)\b")
_IT = re.compile(
    rf"^\W*(?:(?:please|can you|could you|now|and|also|bitte|then)\W+)*(?:{VERBS}|slower|faster|bigger|smaller"
    rf"|in|say|slow|speed)\b"
)


@dataclass(frozen=True)
class Edits:
    """The calls, and sentences about what could not be done."""

    calls: tuple[Call, ...] = ()
    problems: tuple[str, ...] = ()


def edits_in(sentence: Masked, state: State) -> Edits:
    """Return what a message asks to change, clause by clause; empty where it is no edit."""
    calls: list[Call] = []
    problems: list[str] = []
    meant = Targets()
    for clause in clauses_in(sentence):
        found = _targets(clause, state, meant)
        meant = found if found.scenes else meant
        if found.missing:
            problems.append(_missing(found, state))
        calls += _calls(clause, sentence, state, found)
    return Edits(_distinct(calls), tuple(dict.fromkeys(problems)))


def _targets(clause: str, state: State, meant: Targets) -> Targets:
    found = targets_in(clause, state)
    if found.found_nothing and re.search(r"\bit\b", clause.lower()):
        return meant
    return found


def _calls(clause: str, sentence: Masked, state: State, targets: Targets) -> list[Call]:
    """Return the calls of one clause: the first kind of edit that it is."""
    lower = clause.lower()
    moves = moves_in(clause, state)
    if moves is not None:
        return moves
    if _REMOVE.search(lower) and targets.scenes and not _PART.search(lower):
        return [Call("remove_scene", {"scene_id": scene.id}) for scene in targets.scenes]
    if renamed := _RENAME.search(lower):
        return _renamed(sentence.quote(renamed[1]), lower, targets)
    if written := _written_anew(clause, sentence, lower, targets):
        return written
    return [*_settings(clause, targets), *_scene_edits(clause, sentence, lower, state, targets)]


def _renamed(name: str, lower: str, targets: Targets) -> list[Call]:
    if targets.scenes:
        return [Call("update_scene", {"scene_id": scene.id, "name": name}) for scene in targets.scenes[:1]]
    return [Call("set_project", {"name": name})] if _PROJECT.search(lower) else []


def _written_anew(clause: str, sentence: Masked, lower: str, targets: Targets) -> list[Call]:
    replaced = _REPLACED.search(lower)
    if replaced and targets.scenes:
        what = sentence.as_typed(clause[replaced.start("what") :])
        return [_generate(scene, described(content_in(what, scene.name))) for scene in targets.scenes[:1]]
    if _REDO.search(lower) and targets.scenes:
        return [_generate(scene, scene.description or scene.name) for scene in targets.scenes]
    return []


def _settings(clause: str, targets: Targets) -> list[Call]:
    """Return the change of the video's settings, where the clause points at no single scene."""
    lower = clause.lower()
    settings: dict[str, JsonValue] = {}
    if shape := shape_in(clause):
        settings.update(width=shape.size.width, height=shape.size.height)
    if fps := fps_in(clause):
        settings["fps"] = fps
    if targets.found_nothing and _PALETTE.search(lower) and (colours := colours_in(clause)):
        settings.update(palette=list(colours), background=colours[0])
    if (
        targets.found_nothing
        and _GROUND.search(lower)
        and (background := background_in(clause) or next(iter(colours_in(clause)), None))
    ):
        settings["background"] = background
    return [Call("set_project", settings)] if settings else []


def _scene_edits(clause: str, sentence: Masked, lower: str, state: State, targets: Targets) -> list[Call]:
    lengths = lengths_in(clause, targets, state)
    changes = changes_in(sentence.as_typed(clause))
    if changes.is_empty:
        return (
            lengths if lengths or not targets.scenes or shape_in(clause) else _as_told(clause, sentence, targets.scenes)
        )
    scenes = targets.scenes
    if targets.found_nothing and (_IT.search(lower) or lengths):
        scenes = _holding(changes.replacements, state) or state.scenes
    return [*lengths, *_as_told(clause, sentence, scenes)]


def _as_told(clause: str, sentence: Masked, scenes: tuple[SceneState, ...]) -> list[Call]:
    instruction = sentence.as_typed(clause)[:4000]
    return [Call("edit_component", {"scene_id": scene.id, "instruction": instruction}) for scene in scenes]


def _holding(replacements: tuple[tuple[str, str], ...], state: State) -> tuple[SceneState, ...]:
    """Return the scenes that show a text which is to be replaced."""
    olds = [old.lower() for old, _ in replacements]
    return tuple(scene for scene in state.scenes if any(old in scene.description.lower() for old in olds))


def _generate(scene: SceneState, description: str) -> Call:
    return Call("generate_component", {"scene_id": scene.id, "description": description[:4000]})


def _missing(targets: Targets, state: State) -> str:
    numbers = " and ".join(str(number) for number in targets.missing)
    count = len(state.scenes)
    return f"There is no scene {numbers}; this video has {count} scene{'s' if count > 1 else ''}."


def _distinct(calls: list[Call]) -> tuple[Call, ...]:
    kept: dict[tuple[str, str], Call] = {}
    for call in calls:
        kept.setdefault((call.name, call.written()), call)
    return tuple(kept.values())
