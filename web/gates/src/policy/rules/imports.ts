/** Imports come from the modules of the contract, and name what these export. */
import type { Node } from "oxc-parser";
import type { Edit, Fault, Mend } from "../fault";
import { type Imported, importsOf, isUsed } from "../imported";
import { type Contract, homeOf, type Module } from "../module";
import { isNear, nearest } from "../nearest";
import { insteadOf, withoutName } from "./instead";

export function* imports(module: Module): Generator<Fault> {
  const imported = importsOf(module);
  const foreign = imported.filter(({ path }) => !Object.hasOwn(module.contract, path));
  for (const first of firstOfEach(foreign)) {
    yield forbidden(
      module,
      first,
      imported.filter(({ statement }) => statement === first.statement),
    );
  }
  for (const one of imported.filter((each) => Object.hasOwn(module.contract, each.path) && isUsed(each))) {
    yield* misnamed(module, one);
  }
}

function firstOfEach(imported: readonly Imported[]): Imported[] {
  return [...new Map(imported.toReversed().map((one) => [one.statement, one])).values()].reverse();
}

function forbidden(module: Module, { path, statement, source }: Imported, together: readonly Imported[]): Fault {
  const about = { code: "import.forbidden", message: `module '${path}' is not part of the contract`, at: source.start };
  const names = module.contract["remotion"] ?? [];
  const hint = insteadOf(path, module.contract);
  if (path.toLowerCase().includes("remotion") || isNear(path.toLowerCase(), "remotion")) {
    if (together.every(({ name }) => names.includes(name))) {
      const edits = [{ start: source.start, end: source.end, text: '"remotion"' }];
      return { ...about, hint, mend: { did: 'it is imported from "remotion"', edits } };
    }
  }
  if (together.every((one) => one.name !== "" && !isUsed(one))) {
    return { ...about, hint, mend: { did: "the import, which nothing used, was taken out", edits: [gone(statement)] } };
  }
  return { ...about, hint };
}

/** A name that the module lacks; of the whole module, each member that is taken of it. */
function* misnamed(module: Module, imported: Imported): Generator<Fault> {
  const { path, name, part } = imported;
  const names = module.contract[path] ?? [];
  if (name === "*" || (name === "default" && names.includes("createElement"))) {
    yield* misnamedMembers(module, imported, names);
  } else if (name !== "" && !names.includes(name)) {
    const where = name === "default" ? "nothing by default" : `no '${name}'`;
    yield {
      code: "import.unknown-name",
      message: `${path} exports ${where}`,
      at: part.start,
      hint: nearestHint(path, name, names),
      ...mendOf(module, imported),
    };
  }
}

function* misnamedMembers(module: Module, { path, local }: Imported, names: readonly string[]): Generator<Fault> {
  for (const { node } of local?.uses ?? []) {
    const member = memberOf(module, node);
    if (member !== null && !names.includes(member.name) && member.name !== "default") {
      const hint = nearestHint(path, member.name, names);
      yield { code: "import.unknown-name", message: `${path} exports no '${member.name}'`, at: member.at, hint };
    }
  }
}

/** The name that is taken of a namespace: `React.useState`, `<React.Fragment>`. */
function memberOf(module: Module, identifier: Node): { name: string; at: number } | null {
  const parent = module.parent(identifier);
  if (parent?.type === "MemberExpression" && parent.object === identifier && !parent.computed) {
    return { name: parent.property.name as string, at: parent.property.start };
  }
  if (parent?.type === "JSXMemberExpression" && parent.object === identifier) {
    return { name: parent.property.name, at: parent.property.start };
  }
  return null;
}

function nearestHint(path: string, name: string, names: readonly string[]): string {
  const needless = withoutName(name);
  if (needless !== null) {
    return needless;
  }
  const near = nearest(name, names);
  return near === null ? `${path} exports ${names.join(", ")}` : `did you mean ${near}?`;
}

function mendOf(module: Module, imported: Imported): { mend?: Mend } {
  const { path, name, part, statement, local } = imported;
  if (statement.type !== "ImportDeclaration" || local === undefined) {
    return {};
  }
  if (name === "default") {
    return asWhole(module, imported);
  }
  const other = homeOf(name, module.contract);
  if (other !== undefined) {
    const alone = statement.specifiers.length === 1;
    const line = `import { ${clause(name, local.name)} } from "${other}";\n`;
    const edits = [
      { start: statement.start, end: statement.start, text: line },
      alone ? gone(statement) : without(module, part),
    ];
    return { mend: { did: `it is imported from "${other}"`, edits } };
  }
  const near = surely(name, module.contract, path);
  if (near === null) {
    return {};
  }
  const edits = [{ start: part.start, end: part.end, text: clause(near, local.name) }];
  return { mend: { did: `${near} is imported as ${local.name}`, edits } };
}

/** `import R from "remotion"` means the whole module where only members of R are used. */
function asWhole(module: Module, { path, statement, part, local }: Imported): { mend?: Mend } {
  const uses = local?.uses.filter(({ asValue }) => asValue) ?? [];
  if (statement.type !== "ImportDeclaration" || statement.specifiers.length > 1) {
    return {};
  }
  if (!uses.every(({ node }) => memberOf(module, node) !== null)) {
    return {};
  }
  const edits = [{ start: part.start, end: part.end, text: `* as ${local?.name}` }];
  return { mend: { did: `the whole of ${path} is imported as ${local?.name}`, edits } };
}

function surely(name: string, contract: Contract, path: string): string | null {
  const near = (contract[path] ?? []).filter((known) => isNear(name, known));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function clause(name: string, local: string): string {
  return name === local ? name : `${name} as ${local}`;
}

function gone({ start, end }: Node): Edit {
  return { start, end, text: "" };
}

/** One part of a list in braces, with the comma that follows or comes before it. */
function without(module: Module, { start, end }: Node): Edit {
  const after = /^\s*,/.exec(module.source.slice(end));
  if (after) {
    return { start, end: end + after[0].length, text: "" };
  }
  const before = /,\s*$/.exec(module.source.slice(0, start));
  return { start: start - (before?.[0].length ?? 0), end, text: "" };
}
