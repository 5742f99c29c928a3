/** One thing that stands against a source, and the edits that would mend it without anyone's judgement. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Where in the source, in UTF-16 units; null where it is nowhere in particular. */
  readonly at: number | null;
  /** Better than the hint of the code, where one is known. */
  readonly hint?: string;
  /** There only where a machine can mend it and what is meant is plain. */
  readonly mend?: Mend;
  /** It stands against no source: the module can be drawn as it is. */
  readonly mild?: boolean;
}

export interface Mend {
  /** What was done, to follow the message: "`export default Title` was added". */
  readonly did: string;
  readonly edits: readonly Edit[];
}

/** The text from start to end becomes another; start = end puts it in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with all edits made; null where two of them touch the same text. */
export function edited(source: string, edits: readonly Edit[]): string | null {
  const inOrder = distinct(edits).sort((one, other) => one.start - other.start || one.end - other.end);
  let [done, rest] = ["", 0];
  for (const { start, end, text } of inOrder) {
    if (start < rest) {
      return null;
    }
    done += source.slice(rest, start) + text;
    rest = end;
  }
  return done + source.slice(rest);
}

/** Two faults may ask for the very same edit. */
function distinct(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
