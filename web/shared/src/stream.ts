/**
 * The event streams of some projects, kept open on one connection.
 *
 * The browser reconnects by itself after a cut and sends the id it had last. Where it gives up (an answer that is no
 * stream), or nothing is heard for too long, the stream is opened anew behind what was had, after a pause with full
 * jitter.
 */
import { backoffMs } from "./backoff";
import { Cursors } from "./cursor";
import type { Heard } from "./fold";
import { EVENT_NAMES, type Told, UPDATE_NAMES } from "./generated/events";
import { record } from "./record";

export type Connection =
  | "connecting"
  | "live"
  | "behind"
  | "quiet"
  | "reconnecting"
  | "offline"
  | "signed-out"
  | "missing"
  | "deleted"
  | "replaced";

export interface StreamListeners {
  readonly onHeard: (project: string, heard: Heard) => void;
  readonly onConnection: (project: string, connection: Connection) => void;
}

/** What of an EventSource is used, so that a test can be one. */
export interface Source {
  readonly readyState: number;
  onerror: ((event: Event) => void) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

/** The world outside, as far as the stream needs it. */
export interface StreamDoors {
  readonly open: (url: string) => Source;
  /** The HTTP status that a project answers with now, or 0 when nothing answers. */
  readonly probe: (project: string) => Promise<number>;
  readonly random: () => number;
  readonly later: (act: () => void, ms: number) => () => void;
}

/** The server beats every 15 s; a line on which three are missing is dead, whatever the browser thinks. */
export const SILENCE_MS = 50_000;
/** One beat is late: nothing is wrong yet, but what is shown may be old. */
export const QUIET_MS = 22_000;
const CLOSED = 2;
const NAMES = [...EVENT_NAMES, ...UPDATE_NAMES].filter((name) => name !== "error");

export class EventStream {
  readonly #listeners: StreamListeners;
  readonly #doors: StreamDoors;
  readonly #connections = new Map<string, Connection>();
  readonly #cursors = new Cursors();
  #source: Source | null = null;
  #tries = 0;
  #wake: () => void = () => undefined;
  #silence: () => void = () => undefined;
  #quiet: () => void = () => undefined;

  constructor(listeners: StreamListeners, doors: StreamDoors) {
    this.#listeners = listeners;
    this.#doors = doors;
  }

  /** Follow this project too; it begins with a snapshot. */
  follow(project: string): void {
    if (!this.#connections.has(project)) {
      this.#say(project, "connecting");
      this.#soon(0);
    }
  }

  /** Follow this project no more. */
  leave(project: string): void {
    if (this.#connections.delete(project)) {
      this.#cursors.forget(project);
      this.#soon(0);
    }
  }

  /** Nothing goes out or comes in any more. */
  close(): void {
    this.#connections.clear();
    this.#shut();
  }

  /** The network is gone, as the browser says; the stream is kept, it may prove the browser wrong. */
  wentOffline(): void {
    this.#sayAll("offline");
  }

  /** The network is back, or a person wants to try again: does not wait for the pause to end. */
  cameOnline(): void {
    this.#tries = 0;
    this.#sayAll("reconnecting");
    this.#open();
  }

  #soon(ms: number): void {
    this.#wake();
    this.#wake = this.#doors.later(() => this.#open(), ms);
  }

  #shut(): void {
    this.#wake();
    this.#silence();
    this.#quiet();
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    this.#shut();
    const projects = [...this.#connections.keys()];
    if (projects.length === 0) {
      return;
    }
    const source = this.#doors.open(address(projects, this.#cursors));
    source.onerror = (event) => this.#broke(source, event);
    for (const name of NAMES) {
      source.addEventListener(name, (event) => this.#hear(source, name, event));
    }
    this.#source = source;
    this.#listen();
  }

  /** Whatever is heard, the line lives; when nothing is, it is opened anew. */
  #listen(): void {
    this.#silence();
    this.#quiet();
    this.#sayWhere("quiet", "live");
    this.#silence = this.#doors.later(() => this.cameOnline(), SILENCE_MS);
    this.#quiet = this.#doors.later(() => this.#sayWhere("live", "quiet"), QUIET_MS);
  }

  #hear(source: Source, type: Told["type"], event: MessageEvent<string>): void {
    const fields = source === this.#source ? record(event.data) : null;
    if (fields === null) {
      return;
    }
    this.#listen();
    const told = { ...fields, type } as unknown as Told;
    if (told.type === "replaced" || told.type === "error") {
      this.#end(told.type === "replaced" ? "replaced" : "signed-out");
      return;
    }
    const project = told.project ?? (this.#connections.size === 1 ? [...this.#connections.keys()][0] : undefined);
    if (project !== undefined && this.#connections.has(project)) {
      this.#tell(project, told, event.lastEventId);
    }
  }

  #tell(project: string, told: Told, id: string): void {
    if (told.type === "live") {
      this.#tries = 0;
      this.#say(project, "live");
    } else if (this.#connections.get(project) === "reconnecting") {
      this.#say(project, "behind"); // it is back, and told what was missed
    }
    // A live update carries the id of the event before it, which is not its own.
    const numbered = told.type === "snapshot" || (EVENT_NAMES as readonly string[]).includes(told.type);
    this.#listeners.onHeard(project, { cursor: numbered ? this.#cursors.take(project, id) : null, told });
  }

  #broke(source: Source, event: Event): void {
    if (source !== this.#source) {
      return;
    }
    if ("data" in event) {
      this.#hear(source, "error", event as MessageEvent<string>); // the server's own word, under the browser's name
      return;
    }
    this.#sayAll("reconnecting");
    if (source.readyState === CLOSED) {
      const pause = backoffMs(this.#tries++, this.#doors.random);
      this.#wake = this.#doors.later(() => void this.#lookAndOpen(source), pause);
    }
  }

  /** A stream that was refused says nothing of why; the projects themselves do. */
  async #lookAndOpen(refused: Source): Promise<void> {
    for (const project of [...this.#connections.keys()]) {
      const status = await this.#doors.probe(project);
      if (refused !== this.#source) {
        return;
      }
      if (status === 401) {
        this.#end("signed-out");
        return;
      }
      if (status === 404 || status === 410) {
        this.#say(project, status === 404 ? "missing" : "deleted");
        this.#connections.delete(project);
      }
    }
    this.#open();
  }

  /** The server has ended it for a reason that coming back would not change. */
  #end(connection: Connection): void {
    this.#shut();
    this.#sayAll(connection);
  }

  #sayAll(connection: Connection): void {
    for (const project of this.#connections.keys()) {
      this.#say(project, connection);
    }
  }

  /** Of those projects of which the one is so, say the other. */
  #sayWhere(known: Connection, next: Connection): void {
    for (const [project, connection] of this.#connections) {
      if (connection === known) {
        this.#say(project, next);
      }
    }
  }

  #say(project: string, connection: Connection): void {
    if (this.#connections.get(project) !== connection) {
      this.#connections.set(project, connection);
      this.#listeners.onConnection(project, connection);
    }
  }
}

/** One project has its own address, whose frames the server shares among all who follow it. */
function address(projects: readonly string[], cursors: Cursors): string {
  const [only] = projects;
  const query = new URLSearchParams({ ping: "1" });
  const after = projects.length === 1 && only !== undefined ? cursors.one(only) : cursors.vector(projects);
  if (after !== null) {
    query.set("after", after);
  }
  if (projects.length === 1 && only !== undefined) {
    return `/api/projects/${encodeURIComponent(only)}/events?${query}`;
  }
  query.set("projects", projects.join(","));
  return `/api/events?${query}`;
}
