/**
 * The playhead as the person sees it: moved at once by a seek, then by what the frame says.
 *
 * The frame answers a little later; what it still says of an earlier place in between is left out, so that
 * many steps in a row each count. It moves with every frame that plays, so only those who watch it are drawn
 * anew, and not the page.
 */

export interface Playing {
  readonly frame: number;
  readonly playing: boolean;
}

const ANSWER_WITHIN_MS = 300;

export class Playhead {
  #now: Playing = { frame: 0, playing: false };
  #expected: Expected | null = null;
  readonly #watchers = new Set<() => void>();

  readonly watch = (notify: () => void): (() => void) => {
    this.#watchers.add(notify);
    return () => this.#watchers.delete(notify);
  };

  readonly read = (): Playing => this.#now;

  readonly hear = (said: Playing): void => {
    const now = heard(this.#now, said, this.#expected, performance.now());
    this.#expected = now.frame === said.frame ? null : this.#expected;
    this.#take(now);
  };

  /** Notes where a seek goes, and gives that place back. */
  expect(frame: number): number {
    this.#expected = { frame, until: performance.now() + ANSWER_WITHIN_MS };
    this.#take({ ...this.#now, frame });
    return frame;
  }

  /** Notes that it was told to play or to stand, before the frame says so. */
  turn(playing: boolean): void {
    this.#take({ ...this.#now, playing });
  }

  #take(now: Playing): void {
    this.#now = now;
    for (const notify of this.#watchers) {
      notify();
    }
  }
}

export interface Expected {
  readonly frame: number;
  readonly until: number;
}

/** What is true after the frame said something, given what it was last asked. */
export function heard(now: Playing, said: Playing, expected: Expected | null, atMs: number): Playing {
  const isLate = expected !== null && atMs < expected.until && said.frame !== expected.frame;
  return isLate ? { ...said, frame: now.frame } : said;
}
