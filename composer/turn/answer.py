"""A round of a turn: the closing words after tool results, else what the person's message asks for."""

import re
from dataclasses import replace

from composer.reading.objects import in_sentences
from composer.reading.quotes import Masked, masked
from composer.reading.wish import LONGEST_READ, Wish, wish_in
from composer.reply import Call, Reply
from composer.turn.attaching import NO_PICTURES, without_attached
from composer.turn.closing import closing_text
from composer.turn.edits import edits_in
from composer.turn.plan import HONESTY, planned_reply
from composer.turn.pointing import without_pointing
from composer.turn.state import State, state_in
from composer.turn.talk import not_understood, nothing_to_change, words_alone
from composer.turn.targets import targets_in
from composer.wire import Message

_ADD = re.compile(
    r"\b(?:add|append|insert|include|another|one more|ajoute|añade|füge)\b(?P<what>.*?\b(?:scenes?|szenen?"
    r"|scène|escena|title|intro|outro|end card|counter|(?:bar )?chart|list|kinetic)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_INTO = re.compile(r"\b(?:to|into|in|on)\s+(?:the |scene|it|all|every|each|my )", re.IGNORECASE)
_ANEW = re.compile(
    r"\bstart (?:over|again|from scratch)\b|\bfrom scratch\b|\bnew video\b|\breplace (?:everything|all"
    r"|the whole|the video)\b",
    re.IGNORECASE,
)
_EDIT_ALONE = re.compile(
    r"^\W*(?:please |now |and |then )*(?:(?:make|turn|set|change|mach)\s+(?:it|this|that|everything|them|the"
    r"|scene|all)\b|(?:remove|delete|drop|move|swap|rename|regenerate)\b"
    r"|(?:slower|faster|bigger|smaller|shorter|longer)\b|add (?:a |an )?(?:sub|tag))",
    re.IGNORECASE,
)
_FILM = re.compile(r"\b(?:video|teaser|trailer|animation|clip|film|promo|ad|vidéo|vídeo)\b", re.IGNORECASE)
_SEVERAL = 2


def turn_reply(messages: list[Message]) -> Reply:
    """Answer the last message of a conversation that has tools."""
    if messages[-1].role == "tool":
        return Reply(closing_text(messages))
    state = state_in("\n\n".join(message.text() for message in messages if message.role in {"system", "developer"}))
    asked = next((message.text() for message in reversed(messages) if message.role == "user"), "")
    words, has_pictures = without_attached(asked)
    reply = _answered(words, state)
    return replace(reply, text=f"{reply.text} {NO_PICTURES}") if has_pictures else reply


def _answered(asked: str, state: State) -> Reply:
    text, scene = without_pointing(asked)
    said = in_sentences(text + scene if targets_in(text, state).found_nothing else text)
    sentence = masked(said[:LONGEST_READ])
    if words := words_alone(sentence.text, has_scenes=bool(state.scenes)):
        return Reply(words)
    wish = wish_in(said)
    return _changing(wish, sentence, state) if state.scenes else _beginning(wish, sentence, state)


def _beginning(wish: Wish, sentence: Masked, state: State) -> Reply:
    """Plan the first scenes, unless the message only makes sense of scenes that are there."""
    is_plan = wish.scene_count or wish.total_seconds or wish.segments or _FILM.search(sentence.text)
    if _EDIT_ALONE.search(sentence.text) and not is_plan:
        return Reply(nothing_to_change())
    return planned_reply(wish, state)


def _changing(wish: Wish, sentence: Masked, state: State) -> Reply:
    if _ANEW.search(sentence.text):
        return planned_reply(wish_in(_ANEW.sub(" ", sentence.as_typed(sentence.text))), state, replace=True)
    if (added := _ADD.search(sentence.text)) and not _INTO.search(sentence.text[: added.start("what") + 60]):
        return planned_reply(wish_in(sentence.as_typed(added["what"])), state)
    if _is_new_video(wish, sentence):
        return planned_reply(wish, state)
    edits = edits_in(sentence, state)
    if edits.calls:
        return Reply(" ".join([_told(edits.calls, state), *edits.problems, HONESTY]), edits.calls)
    return Reply(" ".join(edits.problems) or not_understood())


def _is_new_video(wish: Wish, sentence: Masked) -> bool:
    """Tell a further video from an edit: it counts scenes, or names a film and does not begin as an edit."""
    if _EDIT_ALONE.search(sentence.text):
        return False
    counts = (wish.scene_count or 0) >= _SEVERAL or len(wish.segments) >= _SEVERAL
    return counts or bool(
        re.match(r"^\W*(?:an?|ein|une?|un[ao]?)\s", sentence.text.lower()) and _FILM.search(sentence.text)
    )


def _told(calls: tuple[Call, ...], state: State) -> str:
    names = {scene.id: f"scene {scene.number} (“{scene.name}”)" for scene in state.scenes}
    by_tool: dict[str, list[str]] = {}
    for call in calls:
        by_tool.setdefault(call.name, []).append(names.get(str(call.arguments.get("scene_id")), "the video"))
    return f"I {'; I '.join(_DOING[tool].format(_listed(scenes)) for tool, scenes in by_tool.items())}."


def _listed(scenes: list[str]) -> str:
    if len(scenes) > 4:  # noqa: PLR2004 - more names than this are no help
        return f"{len(scenes)} scenes"
    return scenes[0] if len(scenes) == 1 else f"{', '.join(scenes[:-1])} and {scenes[-1]}"


_DOING = {
    "edit_component": "have {} changed as you said",
    "generate_component": "have {} written anew",
    "update_scene": "update {}",
    "remove_scene": "remove {}",
    "move_scene": "move {}",
    "set_project": "change the settings of {}",
}
