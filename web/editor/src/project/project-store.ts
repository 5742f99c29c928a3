/** A project as it is known here: folds what its line brings, and tells the page soon, then ten times a second at most. */
import { browserLine } from "@bazaar/shared/browser-line";
import { fold } from "@bazaar/shared/fold";
import type { OpenLine, ToTab } from "@bazaar/shared/line";
import { EMPTY, type ProjectState } from "@bazaar/shared/state";
import type { Connection } from "@bazaar/shared/stream";

export interface Known {
  readonly state: ProjectState;
  readonly connection: Connection;
}

/** What comes in one burst is told together. */
const GATHERING_MS = 16;
/** Nobody reads faster; typing and the preview need the time between. */
const TELL_EVERY_MS = 100;

export class ProjectStore {
  #known: Known = { state: EMPTY, connection: "connecting" };
  #told: Known = this.#known;
  #due = 0;
  #pending: ReturnType<typeof setTimeout> | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #project: string;
  readonly #openLine: OpenLine | undefined;

  constructor(project: string, openLine?: OpenLine) {
    this.#project = project;
    this.#openLine = openLine;
  }

  /** Opens the line; the answer closes it again. */
  readonly follow = (): (() => void) => {
    const open = this.#openLine ?? browserLine();
    const line = open((message) => this.#hear(message));
    const offline = () => line.say({ kind: "network", online: false });
    const online = () => line.say({ kind: "network", online: true });
    window.addEventListener("offline", offline);
    window.addEventListener("online", online);
    line.say({ kind: "follow", project: this.#project });
    return () => {
      window.removeEventListener("offline", offline);
      window.removeEventListener("online", online);
      line.say({ kind: "leave", project: this.#project });
      line.close();
    };
  };

  readonly watch = (notify: () => void): (() => void) => {
    this.#watchers.add(notify);
    return () => this.#watchers.delete(notify);
  };

  readonly read = (): Known => this.#told;

  #hear(message: ToTab): void {
    if (message.project !== this.#project) {
      return;
    }
    switch (message.kind) {
      case "known":
        // A holder that was just chosen knows nothing yet; what is known here stays until it does.
        this.#take(message.state.loaded ? message : { connection: message.connection });
        return;
      case "heard":
        this.#take({ state: fold(this.#known.state, message.heard) });
        return;
      case "connection":
        this.#take({ connection: message.connection });
    }
  }

  #take({ state = this.#known.state, connection = this.#known.connection }: Partial<Known>): void {
    this.#known = { state, connection };
    // A timer, not an animation frame: a hidden page has none, and its title and announcements go on.
    this.#pending ??= setTimeout(
      () => {
        this.#pending = null;
        this.#due = performance.now() + TELL_EVERY_MS;
        this.#told = this.#known;
        for (const notify of this.#watchers) {
          notify();
        }
      },
      Math.max(GATHERING_MS, this.#due - performance.now()),
    );
  }
}
