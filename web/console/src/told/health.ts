/** The books, the disk, the database, the models and the children of the build workers. */
import type { JsonValue } from "@bazaar/shared/events";
import type { Abandoned, Ledger, Wait } from "./actors";

export interface HealthReport {
  readonly ledger: {
    readonly total: Ledger;
    readonly mailboxes: Readonly<Record<string, Ledger>>;
    readonly imbalanced: readonly string[];
    readonly sentence: string;
  };
  readonly waits: readonly Wait[];
  readonly abandoned: readonly Abandoned[];
  readonly database: {
    readonly bytes: number;
    readonly wal_bytes: number;
    readonly troubles: Readonly<Record<string, string>>;
    readonly rows: Readonly<Record<string, number>>;
  };
  readonly disk: { readonly free_bytes: number; readonly total_bytes: number; readonly artifacts_bytes: number };
  readonly models: readonly ModelHealth[];
  readonly node: readonly NodeChild[];
  readonly process: {
    readonly pid: number;
    readonly since: number;
    readonly memory_bytes: number;
    readonly threads: number;
    readonly python: string;
    readonly version: string;
  };
}

export interface ModelHealth {
  readonly provider: string;
  readonly model: string;
  readonly role: string;
  readonly circuit: "closed" | "open" | "half-open" | "unknown";
  readonly waiting: number;
  readonly in_use: number;
  readonly failures: number;
}

export interface NodeChild {
  readonly child: null;
  readonly pid: number;
  readonly what: string;
  readonly since: number;
  readonly memory_bytes: number;
}

export interface StoredEvent {
  readonly row: number;
  readonly project: string;
  readonly seq: number;
  readonly type: string;
  readonly job: string | null;
  readonly at: number;
  readonly data: JsonValue;
}
