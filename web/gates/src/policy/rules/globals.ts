/** What a component uses without declaring it: the language, and nothing of a page, a clock, a network or chance. */
import type { Node } from "oxc-parser";
import type { Fault, Mend } from "../fault";
import { homeOf, type Module } from "../module";
import { nearest } from "../nearest";
import { FORBIDDEN, GIVEN } from "./forbidden-names";

export function* globals(module: Module): Generator<Fault> {
  const told = new Set<string>();
  for (const { name, node } of module.unresolved) {
    const fault = told.has(name) || isAskedForItsType(module, node) ? null : faultOf(module, node, name);
    if (fault !== null) {
      told.add(name);
      yield fault;
    }
  }
  yield* clockAndChance(module);
}

/** `typeof window` does no harm: it says "undefined". */
function isAskedForItsType(module: Module, node: Node): boolean {
  const parent = module.parent(node);
  return parent?.type === "UnaryExpression" && parent.operator === "typeof";
}

function faultOf(module: Module, node: Node, name: string): Fault | null {
  if (GIVEN.has(name) || LOADERS.has(name)) {
    return null;
  }
  const home = homeOf(name, module.contract);
  const code = FORBIDDEN.get(name);
  if (code !== undefined && home === undefined) {
    return { code, message: `${name} is not there while a frame is drawn`, at: node.start };
  }
  return { code: "name.unknown", message: `${name} is not declared`, at: node.start, ...helped(module, name, home) };
}

/** Found by the rule of imports. */
const LOADERS = new Set(["require", "module", "exports"]);

function helped(module: Module, name: string, home: string | undefined): { hint?: string; mend?: Mend } {
  if (name === "React") {
    return { mend: imported(`React`, "react") };
  }
  if (home !== undefined) {
    return { mend: imported(`{ ${name} }`, home) };
  }
  const known = [...module.names.keys(), ...Object.values(module.contract).flat()];
  const near = nearest(name, known);
  return near === null ? {} : { hint: `did you mean ${near}?` };
}

function imported(what: string, from: string): Mend {
  return {
    did: `${what.replace(/[{} ]/g, "")} is imported from "${from}"`,
    edits: [{ start: 0, end: 0, text: `import ${what} from "${from}";\n` }],
  };
}

function* clockAndChance(module: Module): Generator<Fault> {
  for (const node of module.nodes) {
    if (isMember(node, "Math", "random") || takesOf(node, "Math", "random")) {
      yield { code: "policy.chance", message: "Math.random differs each time a frame is drawn", at: node.start };
    } else if (isMember(node, "Date", "now") || isNow(node)) {
      yield { code: "policy.clock", message: "the time of day differs each time a frame is drawn", at: node.start };
    } else if (isBackDoor(node)) {
      yield { code: "policy.code", message: "constructors and prototypes are not for a component", at: node.start };
    }
  }
}

function isMember(node: Node, object: string, property: string): boolean {
  return node.type === "MemberExpression" && isNamed(node.object, object) && nameOfMember(node) === property;
}

function nameOfMember(node: Node): string | null {
  if (node.type !== "MemberExpression") {
    return null;
  }
  if (node.property.type === "Literal" && typeof node.property.value === "string") {
    return node.property.value;
  }
  return !node.computed && "name" in node.property ? (node.property.name as string) : null;
}

/** `const { random } = Math` */
function takesOf(node: Node, object: string, property: string): boolean {
  return (
    node.type === "VariableDeclarator" &&
    node.id.type === "ObjectPattern" &&
    isNamed(node.init, object) &&
    node.id.properties.some((each) => each.type === "Property" && isNamed(each.key, property))
  );
}

/** `Date()` and `new Date()`; of a date that is given there is nothing to say. */
function isNow(node: Node): boolean {
  const called = node.type === "CallExpression" || (node.type === "NewExpression" && node.arguments.length === 0);
  return called && isNamed(node.callee, "Date");
}

function isBackDoor(node: Node): boolean {
  return ["constructor", "__proto__"].includes(nameOfMember(node) ?? "");
}

function isNamed(node: Node | null, name: string): boolean {
  return node?.type === "Identifier" && node.name === name;
}
