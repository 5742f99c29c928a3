/** A place in the history of a project: which history, and the number of the last event had. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** The cursor that `<epoch>.<seq>` stands for, or null when the text is none. */
export function parseCursor(text: string): Cursor | null {
  const match = /^(.+)\.(\d{1,15})$/.exec(text);
  return match?.[1] && match[2] ? { epoch: match[1], seq: Number(match[2]) } : null;
}

/** Whether an event of this cursor is in the state already, or of another history than the state. */
export function isBehind(cursor: Cursor, state: Cursor | null): boolean {
  return state !== null && (cursor.epoch !== state.epoch || cursor.seq <= state.seq);
}
