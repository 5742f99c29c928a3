/** A browser without a network: sources that a test speaks through, and timers that it lets come. */
import type { Source, StreamDoors } from "../src/stream";

export class FakeSource implements Source {
  readyState = 0;
  onerror: ((event: Event) => void) | null = null;
  readonly url: string;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(url: string) {
    this.url = url;
  }
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.readyState = 2;
  }
  send(type: string, data: string | object, lastEventId = ""): void {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    this.#listeners.get(type)?.({ data: text, lastEventId } as MessageEvent<string>);
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.({} as Event);
  }
  sayError(data: object): void {
    this.onerror?.({ data: JSON.stringify(data), lastEventId: "" } as unknown as Event);
  }
}

export class FakeBrowser {
  readonly sources: FakeSource[] = [];
  waiting: { act: () => void; ms: number }[] = [];
  statuses: Record<string, number> = {};

  readonly doors: StreamDoors = {
    open: (url) => {
      const source = new FakeSource(url);
      this.sources.push(source);
      return source;
    },
    probe: (project) => Promise.resolve(this.statuses[project] ?? 200),
    random: () => 0.5,
    later: (act, ms) => {
      const due = { act, ms };
      this.waiting.push(due);
      return () => {
        this.waiting = this.waiting.filter((one) => one !== due);
      };
    },
  };

  get last(): FakeSource {
    return this.sources.at(-1) as FakeSource;
  }

  /** Lets every wait up to so long come to its end, and what follows from it. */
  async pass(ms: number): Promise<void> {
    const due = this.waiting.filter((one) => one.ms <= ms);
    this.waiting = this.waiting.filter((one) => one.ms > ms);
    for (const one of due) {
      one.act();
    }
    for (let turn = 0; turn < 5; turn++) {
      await Promise.resolve();
    }
  }
}
