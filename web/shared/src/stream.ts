/**
 * A project's event stream, kept open.
 *
 * The browser reconnects by itself after a cut and sends the id it had last. Where it gives up (an answer
 * that is no stream), the stream is opened anew with `?after=`, after a pause with full jitter.
 */
import { backoffMs } from "./backoff";
import { parseCursor } from "./cursor";
import type { Heard } from "./fold";
import { EVENT_NAMES, type Told, UPDATE_NAMES } from "./generated/events";

export type Connection = "connecting" | "live" | "reconnecting" | "offline" | "signed-out" | "missing";

export interface StreamListeners {
  readonly onHeard: (heard: Heard) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** What of an EventSource is used, so that a test can be one. */
export interface Source {
  readonly readyState: number;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

/** The world outside, as far as the stream needs it. */
export interface StreamDoors {
  readonly open: (url: string) => Source;
  /** The HTTP status that the project answers with now, or 0 when nothing answers. */
  readonly probe: (project: string) => Promise<number>;
  readonly random: () => number;
  readonly later: (act: () => void, ms: number) => () => void;
}

const CLOSED = 2;

export class ProjectStream {
  readonly #project: string;
  readonly #listeners: StreamListeners;
  readonly #doors: StreamDoors;
  #source: Source | null = null;
  #after: string | null = null;
  #tries = 0;
  #ended = false;
  #forget: () => void = () => undefined;

  constructor(project: string, listeners: StreamListeners, doors: StreamDoors) {
    this.#project = project;
    this.#listeners = listeners;
    this.#doors = doors;
    listeners.onConnection("connecting");
    this.#open();
  }

  /** Nothing goes out or comes in any more. */
  close(): void {
    this.#ended = true;
    this.#forget();
    this.#source?.close();
  }

  /** The network is gone, as the browser says; the stream is kept, it may prove the browser wrong. */
  wentOffline(): void {
    this.#say("offline");
  }

  /** The network is back: does not wait for the pause to end. */
  cameOnline(): void {
    if (!this.#ended) {
      this.#forget();
      this.#tries = 0;
      this.#say("reconnecting");
      this.#open();
    }
  }

  #open(): void {
    this.#source?.close();
    const after = this.#after === null ? "" : `?after=${encodeURIComponent(this.#after)}`;
    const source = this.#doors.open(`/api/projects/${encodeURIComponent(this.#project)}/events${after}`);
    source.onopen = () => {
      this.#tries = 0;
      this.#say("live");
    };
    source.onerror = () => this.#broke(source);
    for (const name of [...EVENT_NAMES, ...UPDATE_NAMES]) {
      source.addEventListener(name, (event) => this.#hear(source, name, event));
    }
    this.#source = source;
  }

  #hear(source: Source, type: Told["type"], event: MessageEvent<string>): void {
    const fields = source === this.#source && !this.#ended ? record(event.data) : null;
    if (fields === null) {
      return;
    }
    if (event.lastEventId !== "") {
      this.#after = event.lastEventId;
    }
    // A live update carries the id of the event before it, which is not its own.
    const numbered = type === "snapshot" || (EVENT_NAMES as readonly string[]).includes(type);
    const cursor = numbered ? parseCursor(event.lastEventId) : null;
    this.#listeners.onHeard({ cursor, told: { ...fields, type } as unknown as Told });
  }

  #broke(source: Source): void {
    if (source !== this.#source || this.#ended) {
      return;
    }
    this.#say("reconnecting");
    if (source.readyState === CLOSED) {
      const pause = backoffMs(this.#tries++, this.#doors.random);
      this.#forget = this.#doors.later(() => void this.#lookAndOpen(source), pause);
    }
  }

  /** A stream that was refused says nothing of why; the project itself does. */
  async #lookAndOpen(refused: Source): Promise<void> {
    const status = await this.#doors.probe(this.#project);
    if (this.#ended || refused !== this.#source) {
      return;
    }
    if (status === 401 || status === 404) {
      this.close();
      this.#listeners.onConnection(status === 401 ? "signed-out" : "missing");
      return;
    }
    this.#open();
  }

  #say(connection: Connection): void {
    if (!this.#ended) {
      this.#listeners.onConnection(connection);
    }
  }
}

/** Whatever is not one JSON object is not for us: a torn or foreign line must not take the page down. */
function record(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
