/**
 * The console's one stream, kept open: the browser reconnects after a cut with the id it had last; where it gives up, or
 * nothing is heard for too long, the stream is opened anew after a pause with full jitter.
 */
import { backoffMs } from "@bazaar/shared/backoff";
import { record } from "@bazaar/shared/record";
import type { Source } from "@bazaar/shared/stream";
import type { Heard } from "../told/stream";

export type Connection = "connecting" | "live" | "reconnecting" | "signed-out" | "file";

export interface LineDoors {
  readonly open: (url: string) => Source;
  /** The HTTP status that the console's API answers with now, or 0 when nothing answers. */
  readonly probe: () => Promise<number>;
  readonly random: () => number;
  readonly later: (act: () => void, ms: number) => () => void;
}

export interface LineListeners {
  /** Not parsed yet: that is work for the next frame. */
  readonly onHeard: (type: Heard["type"], text: string) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** The server says the time every 5 s at least; a line on which four of these are missing is dead. */
export const SILENCE_MS = 20_000;
const CLOSED = 2;
const TYPES = ["snapshot", "change", "log", "spans"] as const;

export class Line {
  readonly #listeners: LineListeners;
  readonly #doors: LineDoors;
  #source: Source | null = null;
  #wake: () => void = () => undefined;
  #silence: () => void = () => undefined;
  #tries = 0;
  #after = "";
  #spans = "";

  constructor(listeners: LineListeners, doors: LineDoors) {
    this.#listeners = listeners;
    this.#doors = doors;
  }

  /** Begin, or begin anew with messages that fit the query; without messages when it is null. */
  open(spans: URLSearchParams | null = null): void {
    this.#spans = spans === null ? "" : `spans=1&${spans}`;
    this.#connect();
  }

  close(): void {
    this.#wake();
    this.#silence();
    this.#source?.close();
    this.#source = null;
  }

  /** Do not wait for the pause to end. */
  hurry(): void {
    this.#tries = 0;
    this.#connect();
  }

  #connect(): void {
    this.close();
    const query = [this.#spans, this.#after && `after=${encodeURIComponent(this.#after)}`].filter(Boolean).join("&");
    const source = this.#doors.open(`/console/api/stream${query && `?${query}`}`);
    source.onerror = () => this.#broke(source);
    for (const type of TYPES) {
      source.addEventListener(type, (event) => this.#hear(source, type, event));
    }
    this.#source = source;
    this.#listen();
  }

  #listen(): void {
    this.#silence();
    this.#silence = this.#doors.later(() => {
      this.#listeners.onConnection("reconnecting");
      this.#connect();
    }, SILENCE_MS);
  }

  #hear(source: Source, type: Heard["type"], event: MessageEvent<string>): void {
    if (source !== this.#source) {
      return;
    }
    this.#after = event.lastEventId || this.#after;
    this.#tries = 0;
    this.#listen();
    this.#listeners.onConnection("live");
    this.#listeners.onHeard(type, event.data);
  }

  #broke(source: Source): void {
    if (source !== this.#source) {
      return;
    }
    this.#listeners.onConnection("reconnecting");
    if (source.readyState === CLOSED) {
      this.#wake = this.#doors.later(
        () => void this.#lookAndOpen(source),
        backoffMs(this.#tries++, this.#doors.random),
      );
    }
  }

  /** A stream that was refused says nothing of why; the API does. */
  async #lookAndOpen(refused: Source): Promise<void> {
    const status = await this.#doors.probe();
    if (refused !== this.#source) {
      return;
    }
    if (status === 401) {
      this.close();
      this.#listeners.onConnection("signed-out");
      return;
    }
    this.#connect();
  }
}

/** What a frame of the stream says, or null when it is torn. */
export function heardIn(type: Heard["type"], text: string): Heard | null {
  const data = record(text);
  return data === null ? null : ({ type, data } as unknown as Heard);
}
