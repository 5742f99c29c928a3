/** What model calls took, as the server counts it: of a project by job, day and model, and of a job call by call. */
import { BROWSER_REQUESTS, read } from "@bazaar/shared/request";

/** `unpriced` of the calls are missing in the cost. */
export interface Spending {
  readonly calls: number;
  readonly failed: number;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly tokens_cached: number;
  readonly cost_usd: number;
  readonly unpriced: number;
  readonly estimated: number;
}

export interface JobShare {
  readonly job: string;
  readonly spending: Spending;
  readonly repairs: Spending;
}

/** Of one project or of all; `jobs` and `budget` are of one. */
export interface Usage {
  readonly total: Spending;
  /** Dates in UTC. */
  readonly days: readonly { readonly day: string; readonly spending: Spending }[];
  readonly models: readonly { readonly provider: string; readonly model: string; readonly spending: Spending }[];
  readonly jobs?: readonly JobShare[];
  readonly budget?: { readonly cost_usd?: number | null; readonly tokens?: number | null };
}

export interface ModelCall {
  readonly step: string;
  readonly ordinal: number;
  readonly attempt: number;
  readonly model: string;
  readonly provider: string;
  readonly outcome: string;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly estimated: boolean;
  readonly cost_usd: number | null;
  readonly at: string;
}

export const NOTHING: Spending = {
  ...{ calls: 0, failed: 0, tokens_in: 0, tokens_out: 0 },
  ...{ tokens_cached: 0, cost_usd: 0, unpriced: 0, estimated: 0 },
};

export function usageOf(project: string): Promise<Usage> {
  return readJson(`/api/projects/${encodeURIComponent(project)}/usage`) as Promise<Usage>;
}

export function usageOfAll(): Promise<Usage> {
  return readJson("/api/usage") as Promise<Usage>;
}

export async function callsOf(job: string): Promise<readonly ModelCall[]> {
  return ((await readJson(`/api/jobs/${encodeURIComponent(job)}/usage`)) as { calls: ModelCall[] }).calls;
}

export function together(parts: readonly Spending[]): Spending {
  return parts.reduce(plus, NOTHING);
}

function plus(one: Spending, other: Spending): Spending {
  return {
    calls: one.calls + other.calls,
    failed: one.failed + other.failed,
    tokens_in: one.tokens_in + other.tokens_in,
    tokens_out: one.tokens_out + other.tokens_out,
    tokens_cached: one.tokens_cached + other.tokens_cached,
    cost_usd: one.cost_usd + other.cost_usd,
    unpriced: one.unpriced + other.unpriced,
    estimated: one.estimated + other.estimated,
  };
}

async function readJson(url: string): Promise<unknown> {
  return (await read(url, BROWSER_REQUESTS)).json();
}
