/** What the server tells of the running actors (docs/console-api.md). Times are seconds since 1970, durations seconds. */
import type { JsonValue } from "@bazaar/shared/events";

export type Fields = Readonly<Record<string, JsonValue>>;

export type Health = "idle" | "working" | "waiting" | "stuck" | "restarting" | "stopped";

export interface InHand {
  readonly seq: number;
  readonly label: string;
  readonly since: number;
  readonly sender: string | null;
  readonly job: string | null;
}

export interface Wait {
  readonly child: string;
  readonly address: string;
  readonly target: string;
  readonly seq: number;
  readonly label: string;
  readonly since: number;
}

/** How often a child may fall, and how often it did. */
export interface Policy {
  readonly restart: string;
  readonly intensity: number;
  readonly window_s: number;
  readonly max_consecutive: number;
  readonly in_window: number;
  readonly consecutive: number;
  readonly sentence: string;
}

/** One place in the tree. */
export interface Child {
  readonly name: string;
  readonly address: string;
  readonly state: string | null;
  readonly health: Health;
  readonly incarnation: number;
  readonly restarts: number;
  readonly in_hand: readonly InHand[];
  readonly waits_for: readonly Wait[];
  readonly limit_s: number | null;
  readonly restart_due: number | null;
  readonly policy: Policy;
}

export interface Ledger {
  readonly sent: number;
  readonly handled: number;
  readonly failed: number;
  readonly dead: number;
  readonly refused: number;
  readonly waiting: number;
  readonly in_hand: number;
  readonly balance: number;
}

export interface Mailbox {
  readonly address: string;
  readonly ledger: Ledger;
  readonly capacity: number;
  readonly overflow: string;
  readonly suspended: boolean;
  readonly sealed: boolean;
  readonly late_results: number;
  readonly waiting: readonly {
    readonly seq: number;
    readonly label: string;
    readonly sender: string | null;
    readonly since: number;
  }[];
}

/** A thread that was given up and still runs. */
export interface Abandoned {
  readonly child: string;
  readonly incarnation: number;
  readonly since: number;
  readonly stack: string;
  readonly late_results: number;
}

/** A message on its way through one actor. */
export interface Span {
  readonly span: number;
  readonly parent: number | null;
  readonly trace: string;
  readonly label: string;
  readonly job: string | null;
  readonly attempt: number;
  readonly sender: string | null;
  readonly address: string;
  readonly child: string | null;
  readonly incarnation: number | null;
  readonly sent_at: number;
  readonly taken_at: number | null;
  readonly ended_at: number | null;
  readonly outcome: string;
}

export interface Decision {
  readonly at: number;
  readonly child: string;
  readonly incarnation: number;
  readonly rule: string;
  readonly error: string | null;
  readonly action: string;
  readonly delay_s: number | null;
  readonly counters: { readonly in_window: number; readonly consecutive: number } | null;
  readonly sentence: string;
}

export interface Failure {
  readonly at: number;
  readonly child: string;
  readonly incarnation: number;
  readonly error: string;
  readonly traceback: string;
  readonly label: string | null;
  readonly message: Fields | null;
  readonly job: string | null;
}

export interface Action {
  readonly at: number;
  readonly operator: string;
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  readonly outcome: string;
}

export interface State {
  readonly fields: Fields;
  readonly at: number;
  readonly source: "asked" | "read" | "last" | "death" | "none";
}

export interface Actor {
  readonly child: Child;
  readonly mailbox: Mailbox;
  readonly state: State;
  readonly stack: string;
  readonly messages: readonly Span[];
  readonly history: readonly { readonly decision: Decision; readonly failures: readonly Failure[] }[];
}

export const ORDERS = ["restart", "stop", "kill", "suspend", "resume", "step", "drain", "discard"] as const;
export type Order = (typeof ORDERS)[number];
