/** The props that a component declares: those with a default that is written out, and what each may be set to. */
import type { Node } from "oxc-parser";
import { functionBehind } from "./components";
import { constantIn } from "./constants";
import type { Module } from "./module";
import { defaults } from "./rules/exporting";
import { choicesOf, membersOf, propsTypeOf } from "./types";

export interface DeclaredProp {
  readonly name: string;
  readonly kind: "text" | "number" | "colour" | "boolean" | "choice";
  readonly default: string | number | boolean;
  readonly choices: readonly string[];
}

const MOST_PROPS = 40;
const LONGEST_NAME = 64;
const LONGEST_TEXT = 2000;
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** In the order in which they stand; lists, objects and what has no default are no props that can be set. */
export function declaredProps(module: Module): DeclaredProp[] {
  const exported = defaults(module)[0];
  const component = exported === undefined ? null : functionBehind(module, exported);
  const taken = component === null ? null : patternOf(module, component);
  if (component === null || taken === null) {
    return [];
  }
  const types = membersOf(module, propsTypeOf(module, component));
  return taken.properties.flatMap((property) => declared(module, property, types)).slice(0, MOST_PROPS);
}

type Pattern = Extract<Node, { type: "ObjectPattern" }>;

/** Where the props are taken apart: in the parameter, or in the body where the parameter has a name. */
function patternOf(module: Module, component: Node): Pattern | null {
  const first = "params" in component ? (component.params as readonly Node[])[0] : undefined;
  const parameter = first?.type === "AssignmentPattern" ? first.left : first;
  if (parameter?.type === "ObjectPattern") {
    return parameter;
  }
  return parameter?.type === "Identifier" ? takenApart(module, component, parameter.name) : null;
}

function takenApart(module: Module, component: Node, name: string): Pattern | null {
  for (const node of module.nodes) {
    const within = component.start <= node.start && node.end <= component.end;
    if (within && node.type === "VariableDeclarator" && node.id.type === "ObjectPattern") {
      if (node.init?.type === "Identifier" && node.init.name === name) {
        return node.id;
      }
    }
  }
  return null;
}

function declared(
  module: Module,
  property: Pattern["properties"][number],
  types: ReadonlyMap<string, Node>,
): DeclaredProp[] {
  if (property.type !== "Property" || property.computed || property.value.type !== "AssignmentPattern") {
    return [];
  }
  const name = property.key.type === "Identifier" ? property.key.name : "";
  const value = constantIn(module, property.value.right);
  if (name === "" || name.length > LONGEST_NAME || !isSettable(value)) {
    return [];
  }
  return [{ name, default: long(value), ...kindOf(value, choicesOf(module, types.get(name) ?? null)) }];
}

function isSettable(value: unknown): value is string | number | boolean {
  if (typeof value === "string") {
    return value.length <= LONGEST_TEXT;
  }
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function kindOf(value: string | number | boolean, choices: readonly string[]): Pick<DeclaredProp, "kind" | "choices"> {
  if (typeof value === "string") {
    if (choices.includes(value)) {
      return { kind: "choice", choices };
    }
    return { kind: COLOUR.test(value) ? "colour" : "text", choices: [] };
  }
  return { kind: typeof value === "number" ? "number" : "boolean", choices: [] };
}

/** A colour in full: #f80 is #ff8800. */
function long(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" && COLOUR.test(value) && value.length === 4
    ? value.replace(/[0-9a-f]/gi, "$&$&")
    : value;
}
