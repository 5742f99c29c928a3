/** Jobs, their attempts, their model calls and what they cost. */
import type { JsonValue } from "@bazaar/shared/events";

export interface JobRow {
  readonly number: number;
  readonly id: string;
  readonly project: string;
  readonly kind: string;
  readonly status: string;
  readonly scene: string | null;
  readonly message: string | null;
  readonly turn: string | null;
  readonly step: string | null;
  readonly last_successful_step: string | null;
  readonly attempt: number;
  readonly percent: number;
  readonly retry_count: number;
  readonly next_retry_at: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly epoch: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly finished_at: number | null;
  readonly forked_from: string | null;
  readonly cost_usd: number | null;
  readonly tokens: number;
}

export interface Cost {
  readonly usd: number | null;
  readonly tokens: number;
  readonly calls: number;
  readonly seconds: number;
}

export interface Checkpoint {
  readonly step: string;
  readonly ordinal: number;
  readonly attempt: number;
  readonly digest: string | null;
  readonly command: JsonValue;
  readonly reply_type: string | null;
  readonly reply: JsonValue;
  readonly heard: boolean;
  readonly superseded: boolean;
  readonly error: JsonValue;
  readonly started_at: number | null;
  readonly finished_at: number | null;
}

export interface Call {
  readonly step: string;
  readonly ordinal: number;
  readonly attempt: number;
  readonly role: string;
  readonly model: string;
  readonly provider: string;
  readonly outcome: string;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly tokens_cached: number;
  readonly estimated: boolean;
  readonly cost_usd: number | null;
  readonly ttft_ms: number | null;
  readonly duration_ms: number;
  readonly request: string | null;
  readonly response: string | null;
  readonly at: number;
}

/** A stretch of a job's life in the lane of the actor that had it. */
export interface Stretch {
  readonly actor: string;
  readonly from: number;
  readonly to: number | null;
  readonly label: string;
  readonly step: string | null;
  readonly attempt: number;
  readonly kind: "attempt" | "wait" | "span" | "gap";
  readonly outcome: string;
}

export interface JobDetail {
  readonly job: JobRow;
  readonly input: JsonValue;
  readonly result: JsonValue;
  readonly error: JsonValue;
  readonly checkpoints: readonly Checkpoint[];
  readonly calls: readonly Call[];
  readonly children: readonly string[];
  readonly lanes: readonly Stretch[];
  readonly resumes_at: string | null;
  readonly cost: Cost;
  readonly restart_cost: Cost;
  readonly why: readonly string[];
}

export interface JobBulk {
  readonly matched: number;
  readonly jobs: readonly string[];
  readonly done: number;
  readonly refused: readonly { readonly job: string; readonly code: string; readonly detail: string }[];
}

export const STATUSES = ["queued", "running", "waiting", "completed", "failed", "cancelled"] as const;
