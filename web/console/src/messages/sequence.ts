/** Messages as a sequence diagram: who takes part, in the order in which they first spoke, and an arrow for each. */
import type { Span } from "../told/actors";

export const OUTSIDE = "outside";

export interface Arrow {
  readonly span: Span;
  /** The columns that it goes from and to. */
  readonly from: number;
  readonly to: number;
}

export interface Sequence {
  readonly parties: readonly string[];
  readonly arrows: readonly Arrow[];
}

/** In the order of sending. */
export function sequenceOf(spans: readonly Span[]): Sequence {
  const sorted = [...spans].sort((one, other) => one.sent_at - other.sent_at || one.span - other.span);
  const columns = new Map<string, number>();
  const columnOf = (party: string) => {
    const known = columns.get(party) ?? columns.size;
    columns.set(party, known);
    return known;
  };
  const arrows = sorted.map((span) => ({
    span,
    from: columnOf(span.sender ?? OUTSIDE),
    to: columnOf(span.address),
  }));
  return { parties: [...columns.keys()], arrows };
}

/** What was read once and what the stream brought since; the stream knows better. */
export function joined(read: readonly Span[], heard: readonly Span[]): readonly Span[] {
  const all = new Map(read.map((span) => [span.span, span]));
  for (const span of heard) {
    all.set(span.span, span);
  }
  return [...all.values()];
}

/** How many of these were not among those that are held. */
export function newIn(held: readonly Span[], all: readonly Span[]): number {
  const known = new Set(held.map(({ span }) => span));
  return all.reduce((count, { span }) => count + (known.has(span) ? 0 : 1), 0);
}
