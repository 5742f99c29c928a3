/**
 * What is known of the running system: a fold over what the stream says.
 *
 * It is changed in place, for there may be thousands of messages a second; each part has a number that
 * grows when that part has changed, which is what a page watches.
 */
import { never } from "@bazaar/shared/never";
import type { Child, Mailbox } from "../told/actors";
import type { Change, Heard, LogPage, LogRecord, Snapshot } from "../told/stream";
import { Depths } from "./depths";
import { SpanLog } from "./span-log";

export type Part = "now" | "log" | "spans";

const LOG_KEPT = 2_000;

const NOBODY: Snapshot = {
  at: 0,
  boot: "",
  up: true,
  tracing: true,
  children: [],
  mailboxes: {},
  waits: [],
  abandoned: [],
  total: { sent: 0, handled: 0, failed: 0, dead: 0, refused: 0, waiting: 0, in_hand: 0, balance: 0 },
  dead_letters: {},
  stale_ticks: 0,
  faults: [],
  troubles: {},
  jobs: {},
  streams: 0,
};

export class World {
  /** Everything but the children, the mailboxes and the log, as last told. */
  now: Snapshot = NOBODY;
  /** Whether a first snapshot was heard. */
  known = false;
  /** By name, in start order. */
  readonly children = new Map<string, Child>();
  readonly mailboxes = new Map<string, Mailbox>();
  readonly depths = new Map<string, Depths>();
  readonly spans = new SpanLog();
  /** The newest last. */
  log: LogRecord[] = [];
  /** Whether there were more records between than the stream brought. */
  missed = false;
  spansLeftOut = 0;
  readonly versions: Record<Part, number> = { now: 0, log: 0, spans: 0 };

  hear(heard: Heard): void {
    switch (heard.type) {
      case "snapshot":
        this.#begin(heard.data);
        return;
      case "change":
        this.#change(heard.data);
        return;
      case "log":
        this.#note(heard.data);
        return;
      case "spans":
        this.spans.take(heard.data.spans);
        this.spansLeftOut += heard.data.left_out;
        this.versions.spans++;
        return;
      default:
        never(heard);
    }
  }

  /** Note how many wait in each mailbox at this moment. */
  sample(): void {
    for (const [address, mailbox] of this.mailboxes) {
      let depths = this.depths.get(address);
      if (depths === undefined) {
        depths = new Depths();
        this.depths.set(address, depths);
      }
      depths.add(mailbox.ledger.waiting);
    }
  }

  /** What was seen of messages is forgotten, as when another filter is asked for. */
  forgetSpans(): void {
    this.spans.clear();
    this.spansLeftOut = 0;
    this.versions.spans++;
  }

  #begin(snapshot: Snapshot): void {
    if (this.known && this.now.boot !== snapshot.boot) {
      this.#forgetLife();
    }
    this.known = true;
    this.now = snapshot;
    this.children.clear();
    this.mailboxes.clear();
    this.#place(snapshot.children, snapshot.mailboxes);
  }

  #change(change: Change): void {
    this.now = { ...this.now, ...change };
    for (const name of change.gone ?? []) {
      this.children.delete(name);
    }
    this.#place(change.children ?? [], change.mailboxes ?? {});
  }

  #place(children: readonly Child[], mailboxes: Readonly<Record<string, Mailbox>>): void {
    for (const child of children) {
      this.children.set(child.name, child);
    }
    for (const address in mailboxes) {
      const mailbox = mailboxes[address];
      if (mailbox !== undefined) {
        this.mailboxes.set(address, mailbox);
      }
    }
    this.versions.now++;
  }

  /** Records come again after a cut; those of this life that were had are dropped. */
  #note(page: LogPage): void {
    const last = this.log.at(-1)?.n ?? 0;
    const fresh = page.records.filter((record) => record.n > last);
    this.log = [...this.log, ...fresh].slice(-LOG_KEPT);
    this.missed ||= page.missed;
    this.versions.log++;
  }

  /** Another life of the process numbers its messages and records anew. */
  #forgetLife(): void {
    this.log = [];
    this.missed = false;
    this.depths.clear();
    this.versions.log++;
    this.forgetSpans();
  }
}
