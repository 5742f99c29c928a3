import type { JobState, ProjectState } from "@bazaar/shared/state";
import { counted } from "../words";
import { isOpen } from "./job-words";

/** All work of a project in one sentence; empty when nothing was ever done. */
export function workInWords(jobs: readonly JobState[]): string {
  const making = jobs.filter((job) => job.kind === "component" && isOpen(job)).length;
  if (making > 0) {
    return `Making ${counted(making, "scene")}`;
  }
  if (jobs.some((job) => job.kind === "turn" && isOpen(job))) {
    return "Answering";
  }
  const newest = newestOfEach(jobs);
  const failed = newest.filter((job) => job.status === "failed").length;
  const stopped = newest.filter((job) => job.status === "cancelled").length;
  if (failed > 0) {
    return `${counted(failed, "job")} failed; what was done so far is kept`;
  }
  if (stopped > 0) {
    return `${counted(stopped, "job")} stopped; what was done so far is kept`;
  }
  return jobs.some((job) => job.status === "completed") ? "All done" : "";
}

/** The jobs that count: a turn whose message was taken back is no work that was stopped. */
export function workOf(state: ProjectState): readonly JobState[] {
  const answering = new Set(state.messages.map(({ job }) => job));
  return Object.values(state.jobs).filter(({ kind, id }) => kind !== "turn" || answering.has(id));
}

/** An earlier job of a scene no longer matters once a later one was started. */
function newestOfEach(jobs: readonly JobState[]): readonly JobState[] {
  const newest = new Map<string, JobState>();
  for (const job of [...jobs].sort((one, other) => one.created_at.localeCompare(other.created_at))) {
    newest.set(job.scene ?? "turn", job);
  }
  return [...newest.values()];
}
