"""What can be set in a scene without a change of its code: the texts, figures, colours, speed and size of a design."""

import re
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files

_TEXTS = ("headline", "subline", "prefix", "suffix")
_FIGURES = ("start", "end")
_COLOURS = {"background": "background", "ink": "ink", "accent": "accent", "secondAccent": "second"}
_FACTORS = {"speed": "speed", "size": "scale"}
_SCENE = """\
/** What can be set without a change of the code; the rest of the scene follows. */
interface Settings {{
{types}
}}

export default function Scene({{
{defaults}
}}: Settings) {{
  const content = {{ ...design.content{content} }};
  const colours = {{ ...design.colours, {colours} }};
  const pace = Math.min(4, Math.max(0.25, speed));
  const scale = Math.min(1.6, Math.max(0.4, size));
  return (
    <Shown.Provider value={{{{ ...design, content, colours, speed: pace, scale }}}}>
      <{drawing} />
    </Shown.Provider>
  );
}}"""


def scene_of(template: str, fields: Collection[str], items: int) -> str:
    """The component that is exported: it puts what is set in the place of the design's own."""
    said = [name for name in (*_TEXTS, *_FIGURES) if name in fields]
    texts = [f"item{number + 1}" for number in range(items)] if "items" in fields else []
    paths = {
        **{name: f"content.{name}" for name in said},
        **{name: f"content.items[{place}]" for place, name in enumerate(texts)},
        **{name: f"colours.{part}" for name, part in _COLOURS.items()},
        **_FACTORS,
    }
    content = "".join(f", {name}" for name in said) + (f", items: [{', '.join(texts)}]" if texts else "")
    return _SCENE.format(
        types="\n".join(f"  {name}?: {_type(name)};" for name in paths),
        defaults="\n".join(f"  {name} = design.{path}," for name, path in paths.items()),
        content=content,
        colours=", ".join(name if name == part else f"{part}: {name}" for name, part in _COLOURS.items()),
        drawing=_drawing(template),
    )


def set_in(design: Mapping[str, object], props: Mapping[str, object]) -> dict[str, object]:
    """The parts of a design (its fields, as data) with what was set of it; what does not fit is left."""
    content, colours = dict(_part(design, "content")), dict(_part(design, "colours"))
    content |= {name: props[name] for name in _TEXTS if isinstance(props.get(name), str)}
    content |= {name: props[name] for name in _FIGURES if _is_number(props.get(name))}
    content["items"] = list(_items(content.get("items"), props))
    colours |= {part: props[name] for name, part in _COLOURS.items() if _is_colour(props.get(name))}
    factors = {field: props[name] for name, field in _FACTORS.items() if _is_number(props.get(name))}
    return {**design, "content": content, "colours": colours, **factors}


def _part(design: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = design[name]
    return part if isinstance(part, dict) else {}


def _items(items: object, props: Mapping[str, object]) -> Iterator[object]:
    for place, item in enumerate(items if isinstance(items, list) else []):
        given = props.get(f"item{place + 1}")
        yield given if isinstance(given, str) else item


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None


def _type(name: str) -> str:
    return "number" if name in {*_FIGURES, *_FACTORS} else "string"


def _drawing(template: str) -> str:
    """The name of the component in a template; it is the first that stands there."""
    text = files("composer.designs").joinpath(f"{template}.tsx.txt").read_text("utf-8")
    found = re.search(r"^function (\w+)\(\)", text, re.MULTILINE)
    return found[1] if found else ""
