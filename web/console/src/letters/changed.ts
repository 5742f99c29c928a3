/** What of a letter was changed before it is sent again. */
import type { JsonValue } from "@bazaar/shared/events";
import type { Fields } from "../told/actors";

/** Each field as JSON, to be edited. */
export function written(message: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(message).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** The fields that differ, or null when one is no JSON. */
export function changedIn(message: Fields, texts: Readonly<Record<string, string>>): Fields | null {
  const before = written(message);
  const changes: Record<string, JsonValue> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text === before[name]) {
      continue;
    }
    try {
      changes[name] = JSON.parse(text) as JsonValue;
    } catch {
      return null;
    }
  }
  return changes;
}
