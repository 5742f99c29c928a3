/** Which messages wait for an answer that has not begun: those can still be said otherwise, or taken back. */
import type { JobState, ProjectState } from "@bazaar/shared/state";
import { isOpen } from "./job-words";

/** The turn that answers a person's message, or null. */
export function turnOf(message: string, state: ProjectState): JobState | null {
  const place = state.messages.findIndex(({ id }) => id === message);
  const answer = state.messages[place + 1];
  return (answer?.role === "assistant" && state.jobs[answer.job ?? ""]) || null;
}

/** Whether that turn stands behind another one; one that is alone begins in a moment. */
export function waits(turn: JobState | null | undefined, state: ProjectState): boolean {
  return (
    turn?.status === "queued" &&
    Object.values(state.jobs).some(
      (job) => job.kind === "turn" && job.id !== turn.id && isOpen(job) && isAhead(job, turn),
    )
  );
}

function isAhead(job: JobState, turn: JobState): boolean {
  return job.status !== "queued" || job.created_at < turn.created_at;
}
