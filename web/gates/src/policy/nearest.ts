/** The known name that looks most like a wrong one, or null where none is near. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      [best, least] = [name, distance];
    }
  }
  return best;
}

/** Whether one is surely the other with a slip of the pen: another case, or a letter or two of a long name. */
export function isNear(wrong: string, known: string): boolean {
  const most = known.length >= LONG ? 2 : 1;
  return wrong.toLowerCase() === known.toLowerCase() || (known.length > SHORT && editDistance(wrong, known) <= most);
}

const SHORT = 4;
const LONG = 8;

/** How many letters must be put in, taken out or changed (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const change = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
