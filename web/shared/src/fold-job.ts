/** The life of a job of any kind. */
import type { About } from "./about";
import { inJob, isCurrent, settled } from "./in-job";
import { never } from "./never";
import type { ProjectState } from "./state";

export function foldJob(state: ProjectState, told: About<"job">): ProjectState {
  switch (told.type) {
    case "job.queued":
      return inJob(state, told, { kind: told.kind, created_at: told.at ?? "" }, { kind: told.kind });
    case "job.retry.scheduled":
      return inJob(
        state,
        told,
        {},
        {
          ...settled(told),
          status: "waiting",
          retryReason: told.reason,
          next_retry_at: told.next_retry_at,
        },
      );
    case "job.failed":
      return inJob(
        state,
        told,
        {},
        {
          ...settled(told),
          status: "failed",
          error: told.error,
          findings: told.error.findings,
          last_successful_step: told.last_successful_step ?? null,
          recovery: told.recovery,
        },
      );
    case "job.resumed":
      return inJob(
        state,
        told,
        {},
        {
          ...settled(told),
          status: "running",
          error: null,
          findings: [],
          recovery: [],
          resumed_at: told.at ?? null,
          finished_at: null,
        },
      );
    case "job.cancelled":
      return inJob(state, told, {}, { ...settled(told), status: "cancelled", recovery: told.recovery });
    case "job.complete":
      return inJob(
        state,
        told,
        {},
        {
          ...settled(told),
          status: told.status,
          phase: "done",
          percent: 100,
          finished_at: told.at ?? null,
          error: null,
          result: told.result ?? null,
        },
      );
    case "job.progress":
      return isCurrent(state.jobs[told.job ?? ""], told, told.percent)
        ? inJob(
            state,
            told,
            {},
            { live: { ...state.jobs[told.job ?? ""]?.live, percent: told.percent, stage: told.stage } },
          )
        : state;
    default:
      return never(told);
  }
}
