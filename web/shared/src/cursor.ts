/** A place in the history of a project: which history, and the number of the last event had. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** The cursor that `<epoch>.<seq>` stands for, or null when the text is none. */
export function parseCursor(text: string): Cursor | null {
  const match = /^([^.=]+)\.(\d{1,15})$/.exec(text);
  return match?.[1] && match[2] ? { epoch: match[1], seq: Number(match[2]) } : null;
}

/** Whether an event of this cursor is in the state already, or of another history than the state. */
export function isBehind(cursor: Cursor, state: Cursor | null): boolean {
  return state !== null && (cursor.epoch !== state.epoch || cursor.seq <= state.seq);
}

/** Where a connection stands in each of its projects. */
export class Cursors {
  readonly #had = new Map<string, Cursor>();

  /** The cursor of an event of this project by the id it came with: the project's own, or the vector of all. */
  take(project: string, id: string): Cursor | null {
    const cursor = parseCursor(id) ?? inVector(project, id);
    if (cursor !== null) {
      this.#had.set(project, cursor);
    }
    return cursor;
  }

  forget(project: string): void {
    this.#had.delete(project);
  }

  /** The id to go on from in one project alone. */
  one(project: string): string | null {
    const cursor = this.#had.get(project);
    return cursor === undefined ? null : `${cursor.epoch}.${cursor.seq}`;
  }

  /** The id to go on from in several: of those of the latest history. */
  vector(projects: readonly string[]): string | null {
    const known = projects.flatMap((project) => {
      const cursor = this.#had.get(project);
      return cursor === undefined ? [] : [{ project, ...cursor }];
    });
    const epoch = known.at(-1)?.epoch;
    const places = known.filter((one) => one.epoch === epoch).map((one) => `${one.project}=${one.seq}`);
    return epoch === undefined ? null : `${epoch}.${places.join(",")}`;
  }
}

function inVector(project: string, id: string): Cursor | null {
  const [epoch, places] = id.split(/\.(.*)/s);
  const place = places?.split(",").find((one) => one.startsWith(`${project}=`));
  return epoch === undefined || place === undefined ? null : parseCursor(`${epoch}.${place.slice(project.length + 1)}`);
}
