/** What React warned of while it drew, where that matters for a picture. */
import { type Finding, warning } from "./finding";
import type { Positions } from "./position";
import type { Said } from "./realm";

const KEYS = /unique "key" prop|children with the same key/;
const MATTERS =
  /Invalid DOM property|does not recognize the|for a non-boolean attribute|is unrecognized in this browser|cannot be a descendant|cannot contain a nested|Functions are not valid as a React child|Invalid hook call|order of Hooks|Unsupported style property|Unsupported vendor-prefixed|Style property values shouldn't contain|Invalid attribute name|key" prop is being spread/;

export function warnings(said: readonly Said[], positions: Positions): Finding[] {
  const found = new Map<string, Finding>();
  for (const { text, stack } of said) {
    const short =
      text
        .split("\n")[0]
        ?.replace(/ See https?:\S+.*$/, "")
        .slice(0, MOST_TEXT) ?? "";
    const where = positions.find(stack);
    if (KEYS.test(text)) {
      found.set(short, warning("render.keys", short, "give each element of a list a key that stays with it", where));
    } else if (MATTERS.test(text)) {
      found.set(short, warning("render.react", short, "write it as React expects", where));
    }
  }
  return [...found.values()].slice(0, MOST);
}

const MOST_TEXT = 300;
const MOST = 5;
