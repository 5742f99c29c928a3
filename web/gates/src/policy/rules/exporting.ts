/** Exactly one component is exported by default. */
import type { Node } from "oxc-parser";
import { candidates, functionBehind } from "../components";
import type { Fault } from "../fault";
import type { Module } from "../module";

export function* exporting(module: Module): Generator<Fault> {
  const [first, ...others] = defaults(module);
  if (first === undefined) {
    if (!usesCommonJs(module)) {
      yield missing(module);
    }
    return;
  }
  for (const other of others) {
    yield again(module, first, other);
  }
  const what = noComponent(first, module);
  if (what !== null) {
    yield { code: "export.not-component", message: `the default export is ${what}`, at: first.start };
  }
}

/** What is exported by default: the declaration, the expression, or the part of a list. */
export function defaults(module: Module): Node[] {
  return module.program.body.flatMap((statement): Node[] => {
    if (statement.type === "ExportDefaultDeclaration") {
      return [statement.declaration];
    }
    if (statement.type === "ExportNamedDeclaration") {
      return statement.specifiers.filter(({ exported }) => "name" in exported && exported.name === "default");
    }
    return [];
  });
}

function usesCommonJs(module: Module): boolean {
  return module.unresolved.some(({ name }) => name === "module");
}

function missing(module: Module): Fault {
  const fault = { code: "export.missing", message: "the module has no default export", at: null };
  const found = candidates(module);
  const [name] = found.length === 1 ? found : found.filter((each) => !isUsedIn(module, each));
  const alone = found.length === 1 || found.filter((each) => !isUsedIn(module, each)).length === 1;
  if (name === undefined || !alone) {
    return fault;
  }
  const end = module.source.length;
  const edits = [{ start: end, end, text: `\nexport default ${name};\n` }];
  return { ...fault, mend: { did: `\`export default ${name}\` was added`, edits } };
}

/** Whether the module itself uses it: then it is a part of another component. */
function isUsedIn(module: Module, name: string): boolean {
  const uses = module.names.get(name)?.uses.filter(({ reads, asValue }) => reads && asValue) ?? [];
  return uses.some(({ node }) => module.parent(node)?.type !== "ExportSpecifier");
}

/** A second default export of the same component says the same again. */
function again(module: Module, first: Node, other: Node): Fault {
  const fault = { code: "export.multiple", message: "there is more than one default export", at: other.start };
  const statement = module.parent(other);
  if (statement === null || nameOf(first) === null || nameOf(first) !== nameOf(other)) {
    return fault;
  }
  if (statement.type === "ExportNamedDeclaration" && statement.specifiers.length > 1) {
    return fault;
  }
  const edits = [{ start: statement.start, end: statement.end, text: "" }];
  return { ...fault, mend: { did: "the second, which said the same, was taken out", edits } };
}

function nameOf(exported: Node): string | null {
  if (exported.type === "Identifier") {
    return exported.name;
  }
  if (exported.type === "ExportSpecifier") {
    return exported.local.type === "Identifier" ? exported.local.name : null;
  }
  return "id" in exported && exported.id !== null ? ((exported.id as { name?: string }).name ?? null) : null;
}

/** What the default export is, where that is plainly no component. */
function noComponent(exported: Node, module: Module): string | null {
  const node = functionBehind(module, exported);
  if (node === null) {
    return null;
  }
  if ("async" in node && node.async === true) {
    return "asynchronous";
  }
  if ("generator" in node && node.generator === true) {
    return "a generator";
  }
  return NO_COMPONENTS[node.type] ?? null;
}

const NO_COMPONENTS: Readonly<Record<string, string>> = {
  Literal: "a plain value",
  TemplateLiteral: "a text",
  JSXElement: "an element, not a function that returns one",
  JSXFragment: "an element, not a function that returns one",
  ObjectExpression: "an object",
  ArrayExpression: "a list",
  TSEnumDeclaration: "an enum",
};
