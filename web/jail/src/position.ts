/** Leads from a place in the bundle to the line a person wrote, through the bundle's inline source map. */
import { Buffer } from "node:buffer";
import { SourceMap } from "node:module";

/** The name under which the bundle stands in stack traces. */
export const BUNDLE = "component.bundle.mjs";

export interface Position {
  readonly line: number | null;
  readonly column: number | null;
}

const UNKNOWN: Position = { line: null, column: null };
const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json(?:;charset=[^;,]+)?;base64,([A-Za-z0-9+/=]+)\s*$/;

export class Positions {
  readonly #bundle: string;
  readonly #map: SourceMap | null;

  constructor(bundle: string) {
    this.#bundle = bundle;
    this.#map = readMap(bundle);
  }

  /** Where the bundle imports a name from a module. */
  findImport(name: string, module: string): Position {
    const statement = new RegExp(`import[^;"]*?\\b${quoted(name)}\\b[^;"]*from "${quoted(module)}"`).exec(this.#bundle);
    if (!statement) {
      return UNKNOWN;
    }
    const before = this.#bundle.slice(0, statement.index + statement[0].indexOf(name)).split("\n");
    return this.#original(before.length, (before.at(-1) ?? "").length + 1);
  }

  /** The first place in the bundle that a stack trace names. */
  find(stack: string): Position {
    const found = new RegExp(`${BUNDLE}:(\\d+)(?::(\\d+))?`).exec(stack);
    if (!found) {
      return UNKNOWN;
    }
    return this.#original(Number(found[1]), Number(found[2] ?? 1));
  }

  #original(line: number, column: number): Position {
    if (this.#map === null) {
      return { line, column };
    }
    const entry = this.#map.findEntry(line - 1, column - 1);
    return "originalLine" in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : UNKNOWN;
  }
}

function quoted(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}

/** A map that cannot be read is no map. */
function readMap(bundle: string): SourceMap | null {
  const encoded = INLINE_MAP.exec(bundle)?.[1];
  try {
    return encoded === undefined ? null : new SourceMap(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
  } catch {
    return null;
  }
}
