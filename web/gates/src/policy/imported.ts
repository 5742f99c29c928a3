/** What a module imports, name by name, from its import and re-export statements; types are left out. */
import type { ImportDeclaration, Node } from "oxc-parser";
import type { Module } from "./module";
import type { Name } from "./names";

export interface Imported {
  readonly path: string;
  /** The name in the other module; "*" for the whole of it, "" where only its loading is asked for. */
  readonly name: string;
  /** The statement, the module's name in it, and the part that names this import. */
  readonly statement: Node;
  readonly source: Node;
  readonly part: Node;
  /** What it is called here; nothing for a re-export. */
  readonly local?: Name | undefined;
}

export function importsOf(module: Module): Imported[] {
  return module.program.body.flatMap((statement): Imported[] => {
    if (statement.type === "ImportDeclaration" && statement.importKind !== "type") {
      return declared(module, statement);
    }
    return reExported(statement);
  });
}

/** Whether it is used as a value; what is not is dropped by the bundler. */
export function isUsed(imported: Imported): boolean {
  return imported.local === undefined || imported.local.uses.some(({ asValue }) => asValue);
}

function declared(module: Module, statement: ImportDeclaration): Imported[] {
  const about = { path: statement.source.value, statement, source: statement.source };
  if (statement.specifiers.length === 0) {
    return [{ ...about, name: "", part: statement.source }];
  }
  return statement.specifiers.flatMap((part): Imported[] => {
    const local = module.names.get(part.local.name);
    switch (part.type) {
      case "ImportNamespaceSpecifier":
        return [{ ...about, name: "*", part, local }];
      case "ImportDefaultSpecifier":
        return [{ ...about, name: "default", part, local }];
      default:
        return part.importKind === "type" ? [] : [{ ...about, name: nameOf(part.imported), part, local }];
    }
  });
}

function reExported(statement: Node): Imported[] {
  if (statement.type === "ExportAllDeclaration" && statement.exportKind !== "type") {
    return [{ path: statement.source.value, name: "*", statement, source: statement.source, part: statement.source }];
  }
  if (statement.type === "ExportNamedDeclaration" && statement.source !== null && statement.exportKind !== "type") {
    const { source } = statement;
    return statement.specifiers.map((part) => ({
      path: source.value,
      name: nameOf(part.local),
      statement,
      source,
      part,
    }));
  }
  return [];
}

function nameOf(name: { type: string; name?: string; value?: unknown }): string {
  return name.name ?? String(name.value);
}
