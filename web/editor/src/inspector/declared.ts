/** The props that a component declares, with what the scene has set of them. */
import type { JsonValue, Scene } from "@bazaar/shared/events";
import type { Revision } from "../api";

export type PropKind = "text" | "number" | "colour" | "boolean" | "choice";

export interface DeclaredProp {
  readonly name: string;
  readonly kind: PropKind;
  readonly value: JsonValue;
  readonly choices: readonly string[];
}

/** Declared by the revision that is shown; a prop that only the scene has is shown by what its value is. */
export function declaredProps(scene: Scene, revisions: readonly Revision[]): readonly DeclaredProp[] {
  const props = scene.props ?? {};
  const declared = (revisions.find(({ current }) => current)?.props ?? []).map((prop) => ({
    name: prop.name,
    kind: prop.kind,
    value: props[prop.name] ?? prop.default,
    choices: prop.choices ?? [],
  }));
  const names = new Set(declared.map(({ name }) => name));
  const others = Object.entries(props)
    .filter(([name]) => !names.has(name))
    .flatMap(([name, value]) => {
      const kind = kindOf(value);
      return kind === null ? [] : [{ name, kind, value, choices: [] }];
    });
  return [...declared, ...others];
}

function kindOf(value: JsonValue): PropKind | null {
  switch (typeof value) {
    case "string":
      return /^#[0-9a-f]{6}$/i.test(value) ? "colour" : "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return null;
  }
}

/** "accentColour" and "accent_colour" are "Accent colour" to people. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
