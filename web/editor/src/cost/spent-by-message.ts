import type { JobState, ProjectState } from "@bazaar/shared/state";
import { type JobShare, type Spending, together } from "./usage";

export interface Spent {
  readonly id: string;
  /** What the person said. */
  readonly words: string;
  readonly spending: Spending;
  readonly jobs: readonly (Omit<JobShare, "job"> & { readonly id: string; readonly name: string })[];
}

const BESIDES = "Made anew without a message";

/** What each message led to, the newest first; last what was asked for without one. */
export function spentByMessage(shares: readonly JobShare[], state: ProjectState): readonly Spent[] {
  const turns = new Map<string, JobShare[]>();
  for (const share of shares) {
    const turn = turnOf(share.job, state);
    turns.set(turn, [...(turns.get(turn) ?? []), share]);
  }
  const spent = [...turns].map(([turn, mine]) => ({
    id: turn,
    words: turn === "" ? BESIDES : wordsOf(turn, state),
    spending: together(mine.map(({ spending }) => spending)),
    jobs: mine.map(({ job, ...share }) => ({ ...share, id: job, name: nameOf(state.jobs[job], state) })),
  }));
  return spent.sort((one, other) => Number(one.id === "") - Number(other.id === "") || place(other) - place(one));

  function place({ id }: Spent): number {
    return state.messages.findIndex(({ job }) => job === id);
  }
}

/** A turn is its own; a component's is the one that asked for it. */
function turnOf(id: string, state: ProjectState): string {
  const job = state.jobs[id];
  return job?.kind === "component" ? (job.turn ?? "") : id;
}

/** The person's words stand before the answer. */
function wordsOf(turn: string, state: ProjectState): string {
  const at = state.messages.findIndex(({ job, role }) => job === turn && role === "assistant");
  const said = state.messages.slice(0, Math.max(at, 0)).findLast(({ role }) => role === "user");
  return said?.content ?? "A message that is gone";
}

function nameOf(job: JobState | undefined, state: ProjectState): string {
  if (job?.kind !== "component") {
    return "The answer";
  }
  return state.scenes[job.scene ?? ""]?.name ?? "Removed scene";
}
