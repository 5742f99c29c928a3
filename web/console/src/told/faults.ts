/** What is broken on purpose, and what came of it. */

export interface FaultKind {
  readonly kind: string;
  readonly what: string;
  readonly needs: readonly ("message" | "step" | "actor" | "delay_s")[];
}

export interface Fault {
  readonly id: string;
  readonly kind: string;
  readonly message: string | null;
  readonly step: string | null;
  readonly actor: string | null;
  readonly nth: number | null;
  readonly probability: number;
  readonly delay_s: number | null;
  readonly began_at: number;
  readonly ends_at: number;
  readonly ended_at: number | null;
  readonly hits: number;
  readonly reason: string;
  readonly sentence: string;
  readonly blast: Blast | null;
}

export interface TouchedJob {
  readonly job: string;
  readonly status: string;
  readonly finished_at: number | null;
  readonly hits: number;
  readonly again: readonly { readonly step: string; readonly ordinal: number; readonly attempts: number }[];
  readonly tokens_lost: number;
  readonly cost_lost_usd: number | null;
}

export interface Blast {
  readonly jobs: readonly TouchedJob[];
  readonly restarts: Readonly<Record<string, number>>;
  readonly letters: number;
  readonly tokens_lost: number;
  readonly cost_lost_usd: number | null;
  readonly recovered_s: number | null;
  readonly control: Control | null;
}

export interface Control {
  readonly state: "running" | "same" | "different" | "failed";
  readonly sentence: string;
  readonly differences: readonly string[];
}

export interface Faults {
  readonly kinds: readonly FaultKind[];
  readonly on: readonly Fault[];
  readonly past: readonly Fault[];
}

export interface Sweep {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly began_at: number;
  readonly ended_at: number | null;
  readonly points: number;
  readonly table: readonly SweptPoint[];
  readonly sentence: string;
}

export interface SweptPoint {
  readonly point: string;
  readonly how: "exception" | "SIGKILL";
  readonly became: "survived" | "lost";
  readonly met: boolean;
}
