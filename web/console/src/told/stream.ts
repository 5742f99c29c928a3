/** What comes over the one stream of the console. */
import type { JsonValue } from "@bazaar/shared/events";
import type { Abandoned, Child, Ledger, Mailbox, Span, Wait } from "./actors";
import type { Fault } from "./faults";

export interface Snapshot {
  readonly at: number;
  readonly boot: string;
  /** False: the root gave up, or was stopped. */
  readonly up: boolean;
  readonly tracing: boolean;
  readonly children: readonly Child[];
  readonly mailboxes: Readonly<Record<string, Mailbox>>;
  readonly waits: readonly Wait[];
  readonly abandoned: readonly Abandoned[];
  readonly total: Ledger;
  readonly dead_letters: Readonly<Record<string, number>>;
  readonly stale_ticks: number;
  readonly faults: readonly Fault[];
  readonly troubles: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, number>>;
  readonly streams: number;
}

/** What is different since the last; of children and mailboxes only those that differ. */
export interface Change extends Partial<Snapshot> {
  readonly at: number;
  readonly gone?: readonly string[];
}

export interface LogRecord {
  readonly n: number;
  readonly at: number;
  readonly kind: "decision" | "letter" | "action" | "fault" | "failure" | "event" | "trouble";
  readonly about: string;
  readonly job: string | null;
  readonly sentence: string;
  readonly data: JsonValue;
}

export interface LogPage {
  readonly records: readonly LogRecord[];
  readonly missed: boolean;
}

export interface SpanPage {
  readonly spans: readonly Span[];
  readonly left_out: number;
}

export type Heard =
  | { readonly type: "snapshot"; readonly data: Snapshot }
  | { readonly type: "change"; readonly data: Change }
  | { readonly type: "log"; readonly data: LogPage }
  | { readonly type: "spans"; readonly data: SpanPage };
