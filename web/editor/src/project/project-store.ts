/** A project as it is known here: folds what its stream brings, and tells the page at most once a frame. */
import { BROWSER_DOORS } from "@bazaar/shared/browser-doors";
import { fold, type Heard } from "@bazaar/shared/fold";
import { EMPTY, type ProjectState } from "@bazaar/shared/state";
import { type Connection, ProjectStream, type StreamDoors } from "@bazaar/shared/stream";

export interface Known {
  readonly state: ProjectState;
  readonly connection: Connection;
}

const TELL_EVERY_MS = 16;

export class ProjectStore {
  #known: Known = { state: EMPTY, connection: "connecting" };
  #told: Known = this.#known;
  #pending: ReturnType<typeof setTimeout> | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #project: string;
  readonly #doors: StreamDoors;

  constructor(project: string, doors: StreamDoors = BROWSER_DOORS) {
    this.#project = project;
    this.#doors = doors;
  }

  /** Opens the stream; the answer closes it again. */
  readonly follow = (): (() => void) => {
    const stream = new ProjectStream(
      this.#project,
      { onHeard: (heard) => this.#hear(heard), onConnection: (connection) => this.#take({ connection }) },
      this.#doors,
    );
    const offline = () => stream.wentOffline();
    const online = () => stream.cameOnline();
    window.addEventListener("offline", offline);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("offline", offline);
      window.removeEventListener("online", online);
      stream.close();
    };
  };

  readonly watch = (notify: () => void): (() => void) => {
    this.#watchers.add(notify);
    return () => this.#watchers.delete(notify);
  };

  readonly read = (): Known => this.#told;

  #hear(heard: Heard): void {
    this.#take({ state: fold(this.#known.state, heard) });
  }

  #take(change: Partial<Known>): void {
    this.#known = { ...this.#known, ...change };
    // A timer, not an animation frame: a hidden page has none, and its title and announcements go on.
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#told = this.#known;
      for (const notify of this.#watchers) {
        notify();
      }
    }, TELL_EVERY_MS);
  }
}
