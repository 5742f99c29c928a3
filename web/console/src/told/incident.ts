/** One file with everything that is needed to look at what happened, without the server. */
import type { Action, Decision, Failure, Span, State } from "./actors";
import type { Fault } from "./faults";
import type { HealthReport, StoredEvent } from "./health";
import type { JobDetail } from "./jobs";
import type { Letter } from "./letters";
import type { LogRecord, Snapshot } from "./stream";

export interface Incident {
  readonly format: "bazaar-incident";
  readonly version: 1;
  readonly at: number;
  readonly reason: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly snapshot: Snapshot;
  readonly log: readonly LogRecord[];
  readonly decisions: readonly Decision[];
  readonly failures: readonly Failure[];
  readonly actions: readonly Action[];
  readonly letters: readonly Letter[];
  readonly spans: readonly Span[];
  readonly states: Readonly<Record<string, State & { readonly stack: string }>>;
  readonly faults: readonly Fault[];
  readonly health: HealthReport;
  readonly jobs: readonly JobDetail[];
  readonly events: readonly StoredEvent[];
}
