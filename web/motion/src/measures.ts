/** Texts of numbers with units, as the CSS properties translate, rotate and scale take them: "0px 59px", "45deg", "1.5". */
import { describe } from "./value";

export interface Measures {
  /** The unit of each axis. */
  readonly units: readonly string[];
  /** The numbers of each text. */
  readonly rows: readonly (readonly number[])[];
}

/** Reads texts that have the same unit on each axis; an axis that a text leaves out is 0, or as the first for a scale. */
export function readMeasures(texts: readonly unknown[]): Measures {
  const parsed = texts.map(parse);
  const axes = Math.max(...parsed.map((parts) => parts.length));
  const units = Array.from({ length: axes }, (_, axis) => unitOf(parsed, axis));
  const rows = parsed.map((parts) =>
    units.map((unit, axis) => parts[axis]?.number ?? (unit === "" ? (parts[0]?.number ?? 0) : 0)),
  );
  return { units, rows };
}

export function joinMeasures(numbers: readonly number[], units: readonly string[]): string {
  return numbers.map((number, axis) => `${number}${units[axis]}`).join(" ");
}

interface Part {
  readonly number: number;
  readonly unit: string;
}

const MOST_AXES = 3;
const PART = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i;

function parse(text: unknown): Part[] {
  const parts = typeof text === "string" ? text.trim().split(/\s+/) : [];
  const found = parts.map((part) => PART.exec(part));
  if (parts.length === 0 || parts.length > MOST_AXES || found.includes(null)) {
    throw new TypeError(
      `outputRange holds ${describe(text)}; give numbers, or texts of one to three numbers with units such as "20px"`,
    );
  }
  return found.map((match) => ({ number: Number(match?.[1]), unit: match?.[2] ?? "" }));
}

function unitOf(parsed: readonly Part[][], axis: number): string {
  const units = new Set(parsed.flatMap((parts) => parts[axis]?.unit ?? []));
  if (units.size > 1) {
    throw new TypeError(`outputRange mixes the units ${[...units].map(describe).join(" and ")}; use one`);
  }
  return [...units][0] ?? "";
}
