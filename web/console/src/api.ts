/** What the console asks of the server; each throws Problem with a sentence for people. A reason goes with every act. */
import { BROWSER_REQUESTS, command, read } from "@bazaar/shared/request";
import type { Action, Actor, Fields, Order, Span } from "./told/actors";
import type { Fault, Faults, Sweep } from "./told/faults";
import type { HealthReport, StoredEvent } from "./told/health";
import type { JobBulk, JobDetail, JobRow } from "./told/jobs";
import type { Letter, LetterBulk } from "./told/letters";
import type { StreamList } from "./told/streams";

const BASE = "/console/api";

export type Query = Readonly<Record<string, string>>;

export interface SpanDetail {
  readonly span: Span;
  readonly ancestors: readonly Span[];
  readonly children: readonly Span[];
  readonly failures: Actor["history"][number]["failures"];
  readonly decisions: readonly Actor["history"][number]["decision"][];
  readonly calls: JobDetail["calls"];
}

/** What can be read: of a running server, or of the file of an incident. */
export interface Reads {
  actor(name: string): Promise<Actor>;
  jobs(query: Query): Promise<{ readonly jobs: readonly JobRow[]; readonly matched: number }>;
  job(job: string): Promise<JobDetail>;
  spans(query: Query): Promise<{ readonly spans: readonly Span[] }>;
  span(span: number): Promise<SpanDetail>;
  transcript(sha256: string): Promise<string>;
  events(query: Query): Promise<{ readonly events: readonly StoredEvent[] }>;
  streams(): Promise<StreamList>;
  letters(query: Query): Promise<{ readonly letters: readonly Letter[]; readonly matched: number }>;
  faults(): Promise<Faults>;
  fault(id: string): Promise<Fault>;
  sweep(id: string): Promise<Sweep>;
  health(): Promise<HealthReport>;
  actions(): Promise<{ readonly actions: readonly Action[] }>;
}

export const LIVE: Reads = {
  actor: (name) => json(`/actors/${part(name)}`),
  jobs: (query) => json(`/jobs?${asked(query)}`),
  job: (job) => json(`/jobs/${part(job)}`),
  spans: (query) => json(`/spans?${asked(query)}`),
  span: (span) => json(`/spans/${span}`),
  transcript: async (sha256) => (await read(`${BASE}/artifacts/${part(sha256)}`, BROWSER_REQUESTS)).text(),
  events: (query) => json(`/events?${asked(query)}`),
  streams: () => json("/streams"),
  letters: (query) => json(`/letters?${asked(query)}`),
  faults: () => json("/faults"),
  fault: (id) => json(`/faults/${part(id)}`),
  sweep: (id) => json(`/sweeps/${part(id)}`),
  health: () => json("/health"),
  actions: () => json("/actions?limit=100"),
};

/** Where the file of an incident is made; a plain link. */
export function incidentAddress(reason: string, job: string): string {
  return `${BASE}/incident?${asked({ reason, job })}`;
}

export interface Why {
  readonly reason: string;
}

/** What an operator does. The same wish repeated under the same key is done once. */
export const acts = {
  order: (child: string, order: Order, why: Why, key: string) => post(`/actors/${part(child)}/${order}`, why, key),
  takeBack: (child: string, seq: number, why: Why, key: string) =>
    post(`/actors/${part(child)}/cancel`, { ...why, seq }, key),
  startTree: (why: Why, key: string) => post("/tree/start", why, key),
  job: (job: string, act: string, body: Why & Query, key: string) =>
    post<JobRow>(`/jobs/${part(job)}/${act}`, body, key),
  jobs: (action: string, filter: Query, dry_run: boolean, why: Why, key: string) =>
    post<JobBulk>("/jobs/bulk", { ...filter, ...why, action, dry_run }, key),
  letters: (act: "replay" | "discard", body: LetterOrder, key: string) =>
    post<LetterBulk>(`/letters/${act}`, body, key),
  breakOnPurpose: (body: Why & Readonly<Record<string, string | number>>, key: string) =>
    post<Fault>("/faults", body, key),
  endFault: (id: string, why: Why, key: string) => post<Fault>(`/faults/${part(id)}/end`, why, key),
  compare: (id: string, why: Why, key: string) => post(`/faults/${part(id)}/control`, why, key),
  sweep: (why: Why, key: string) => post<Sweep>("/sweeps", why, key),
};

export interface LetterOrder extends Why {
  readonly numbers?: readonly number[];
  readonly filter?: Query;
  readonly changes?: Fields;
  readonly dry_run: boolean;
}

async function json<T>(path: string): Promise<T> {
  return (await read(`${BASE}${path}`, BROWSER_REQUESTS)).json() as Promise<T>;
}

function post<T = unknown>(path: string, body: unknown, key: string): Promise<T> {
  return command(`${BASE}${path}`, body, key, BROWSER_REQUESTS) as Promise<T>;
}

function part(text: string): string {
  return encodeURIComponent(text);
}

/** Only what was filled in. */
function asked(query: Query): URLSearchParams {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
}
