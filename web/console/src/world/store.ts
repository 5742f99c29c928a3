/** Hears the stream and folds what has gathered once per frame, however much that is; then tells whoever watches. */
import type { Incident } from "../told/incident";
import type { Heard } from "../told/stream";
import { type Connection, heardIn, Line, type LineDoors } from "./line";
import { type Part, World } from "./world";

const SAMPLE_EVERY_MS = 500;
/** A hidden page gets no frames; what it hears is folded all the same, this often. */
const HIDDEN_EVERY_MS = 1_000;

export interface StoreDoors extends LineDoors {
  /** Do something in the next frame. */
  readonly nextFrame: (act: () => void) => void;
  readonly every: (act: () => void, ms: number) => () => void;
  /** Seconds since 1970. */
  readonly now: () => number;
}

export class Store {
  readonly world = new World();
  connection: Connection = "connecting";
  readonly #doors: StoreDoors;
  readonly #line: Line;
  readonly #watchers = new Set<() => void>();
  #gathered: (readonly [type: Heard["type"], text: string])[] = [];
  #isDue = false;
  #ahead_s = 0;
  #connections = 0;

  constructor(doors: StoreDoors = BROWSER) {
    this.#doors = doors;
    this.#line = new Line(
      {
        onHeard: (type, text) => {
          this.#gathered.push([type, text]);
          this.#soon();
        },
        onConnection: (connection) => this.#become(connection),
      },
      doors,
    );
  }

  /** What was kept of an incident: it stands still, and so does its clock. */
  static of(incident: Incident): Store {
    const store = new Store({ ...BROWSER, now: () => incident.at });
    store.connection = "file";
    store.world.hear({ type: "snapshot", data: incident.snapshot });
    store.world.hear({ type: "log", data: { records: incident.log, missed: false } });
    store.world.hear({ type: "spans", data: { spans: [...incident.spans].reverse(), left_out: 0 } });
    return store;
  }

  /** Opens the line; the answer closes it again. */
  readonly follow = (): (() => void) => {
    const rest = this.#doors.every(() => this.#sample(), SAMPLE_EVERY_MS);
    this.#line.open();
    return () => {
      rest();
      this.#line.close();
    };
  };

  /** From now on with messages that fit, until the answer is called. */
  readonly withSpans = (query: URLSearchParams): (() => void) => {
    if (this.connection === "file") {
      return () => undefined;
    }
    this.world.forgetSpans();
    this.#line.open(query);
    return () => this.#line.open(null);
  };

  readonly watch = (notify: () => void): (() => void) => {
    this.#watchers.add(notify);
    return () => this.#watchers.delete(notify);
  };

  /** A number that is another when one of these parts has changed. */
  version(parts: readonly Part[]): number {
    return parts.reduce((sum, part) => sum + this.world.versions[part], this.#connections);
  }

  /** What the server's clock says now, in seconds since 1970. */
  now(): number {
    return this.#doors.now() + this.#ahead_s;
  }

  readonly retry = (): void => this.#line.hurry();

  #become(connection: Connection): void {
    if (this.connection !== connection) {
      this.connection = connection;
      this.#connections++;
      this.#soon();
    }
  }

  #sample(): void {
    this.world.sample();
    this.world.versions.now++;
    this.#tell();
  }

  #soon(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      this.#doors.nextFrame(() => this.#fold());
    }
  }

  #fold(): void {
    this.#isDue = false;
    const gathered = this.#gathered;
    this.#gathered = [];
    for (const [type, text] of gathered) {
      const heard = heardIn(type, text);
      if (heard !== null) {
        this.world.hear(heard);
        this.#setClock(heard);
      }
    }
    this.#tell();
  }

  #setClock(heard: Heard): void {
    if (heard.type === "snapshot" || heard.type === "change") {
      this.#ahead_s = heard.data.at - this.#doors.now();
    }
  }

  #tell(): void {
    for (const notify of this.#watchers) {
      notify();
    }
  }
}

const BROWSER: StoreDoors = {
  open: (url) => new EventSource(url) as ReturnType<LineDoors["open"]>,
  probe: async () => {
    try {
      return (await fetch("/console/api/snapshot")).status;
    } catch {
      return 0;
    }
  },
  random: Math.random,
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  every: (act, ms) => {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  },
  nextFrame: (act) => {
    let isDone = false;
    const once = () => {
      if (!isDone) {
        isDone = true;
        act();
      }
    };
    requestAnimationFrame(once);
    setTimeout(once, HIDDEN_EVERY_MS);
  },
  now: () => Date.now() / 1000,
};
