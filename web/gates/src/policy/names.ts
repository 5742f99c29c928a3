/** What a module's names mean: where each is declared and used. */
import { analyze, type Reference, type Variable } from "@typescript-eslint/scope-manager";
import type { Node, Program } from "oxc-parser";

export interface Use {
  readonly name: string;
  readonly node: Node;
  readonly reads: boolean;
  readonly writes: boolean;
  /** Not only as a type. */
  readonly asValue: boolean;
}

export interface Name {
  readonly name: string;
  readonly uses: readonly Use[];
  readonly declarations: readonly Node[];
  readonly isImported: boolean;
}

export interface Names {
  /** What the module declares at its top. */
  readonly declared: ReadonlyMap<string, Name>;
  /** The uses, as a value, of what is declared nowhere. */
  readonly unresolved: readonly Use[];
}

export function namesOf(program: Program): Names {
  const { scopes, globalScope } = analyze(program as never, { sourceType: "module", lib: [], jsxPragma: null });
  const top = scopes.find(({ type }) => String(type) === "module")?.variables ?? [];
  return {
    declared: new Map(top.map((variable) => [variable.name, nameOf(variable)])),
    unresolved: (globalScope?.through ?? []).map(useOf).filter(({ asValue }) => asValue),
  };
}

function nameOf({ name, references, defs }: Variable): Name {
  return {
    name,
    uses: references.map(useOf),
    declarations: defs.map(({ node }) => node as unknown as Node),
    isImported: defs.some(({ type }) => String(type) === "ImportBinding"),
  };
}

function useOf(reference: Reference): Use {
  return {
    name: String(reference.identifier.name),
    node: reference.identifier as unknown as Node,
    reads: reference.isRead(),
    writes: reference.isWrite(),
    asValue: reference.isValueReference,
  };
}
