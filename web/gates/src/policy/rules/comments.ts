/** No comment tells the bundler what to read. */
import type { Fault } from "../fault";
import type { Module } from "../module";

export function* comments(module: Module): Generator<Fault> {
  for (const { value, start, end } of module.comments) {
    const found = DIRECTIVE.exec(value)?.[0];
    if (found !== undefined) {
      const mend = { did: "it was taken out", edits: [{ start, end, text: "" }] };
      yield { code: "source.directive", message: `a comment tells the bundler: ${found.trim()}`, at: start, mend };
    }
  }
}

const DIRECTIVE = /[#@]\s*sourceMappingURL|@jsx\w*\s+\S+/;
