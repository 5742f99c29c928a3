/** Takes a module out of the markdown that a model wrapped around it; null where there is no fence. */
export function withoutFences(text: string): string | null {
  const lines = text.split("\n");
  const opens = lines.findIndex((line) => FENCE.test(line));
  if (opens < 0) {
    return null;
  }
  const length = lines.slice(opens + 1).findIndex((line) => FENCE.test(line));
  const [before, inside] = [lines.slice(0, opens), lines.slice(opens + 1, length < 0 ? undefined : opens + 1 + length)];
  // A fence that only closes leaves the module before it.
  const kept = inside.join("").trim() === "" ? before : inside;
  return `${kept.join("\n").trim()}\n`;
}

/** Such a text can still be parsed: as a template after an empty one. */
export function startsWithFence(text: string): boolean {
  return FENCE.test(text.trimStart().split("\n", 1)[0] ?? "");
}

const FENCE = /^\s*(`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$/;
