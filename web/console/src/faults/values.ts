/** What a form says, as the server takes it. */

export const NUMBERS = ["nth", "probability", "delay_s", "seconds"];

/** Only what was filled in, numbers as such. */
export function valuesOf(
  filled: Readonly<Record<string, string>>,
  fields: readonly string[],
): Readonly<Record<string, string | number>> {
  const named = fields.map((name) => [name, (filled[name] ?? "").trim()] as const).filter(([, text]) => text !== "");
  return Object.fromEntries(named.map(([name, text]) => [name, NUMBERS.includes(name) ? Number(text) : text]));
}
