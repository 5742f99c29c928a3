/** Changing one job of the state. */
import type { Origin } from "./generated/events";
import { type JobState, jobState, type ProjectState } from "./state";

/** The state with the job of that event changed; a job that was not heard of yet is made from `begun`. */
export function inJob(
  state: ProjectState,
  about: Origin,
  begun: Partial<JobState>,
  change: Partial<JobState>,
): ProjectState {
  if (about.job == null) {
    return state;
  }
  const known = state.jobs[about.job] ?? newJob(about.job, begun);
  return { ...state, jobs: { ...state.jobs, [about.job]: { ...known, ...change } } };
}

/** What every stored event of a job settles: what was true only until now is dropped. */
export function settled(about: Origin): Partial<JobState> {
  return {
    live: null,
    retryReason: null,
    next_retry_at: null,
    ...(about.attempt == null ? {} : { attempt: about.attempt }),
  };
}

/**
 * Whether a live update still speaks of what the job does now. A turn is told of by its rounds, which are no steps
 * of their own here; a percentage goes back with a new attempt alone.
 */
export function isCurrent(job: JobState | undefined, about: Origin, percent: number): job is JobState {
  if (job === undefined || job.status === "completed" || job.status === "failed" || job.status === "cancelled") {
    return false;
  }
  const inStep = about.step == null || about.step === job.step;
  const inAttempt = about.attempt == null || about.attempt === (job.attempt ?? 1);
  const isOfNow = job.kind === "turn" || (inStep && inAttempt);
  return isOfNow && percent >= Math.max(job.percent, job.live?.percent ?? 0);
}

function newJob(id: string, begun: Partial<JobState>): JobState {
  const view = {
    id,
    project: "",
    kind: "component",
    status: "queued",
    attempt: 1,
    percent: 0,
    retry_count: 0,
    created_at: "",
    recovery: [],
  } as const;
  return { ...jobState(view), ...begun };
}
