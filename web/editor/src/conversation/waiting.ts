/** Which messages wait for an answer that has not begun: those can still be said otherwise, or taken back. */
import type { JobState, ProjectState } from "@bazaar/shared/state";
import { isOpen } from "./job-words";

/** The messages that wait, and the answers that will stand under them. */
export function waitingOf(state: ProjectState): ReadonlySet<string> {
  const waiting = new Set<string>();
  state.messages.forEach(({ id, role, job }, place) => {
    if (role === "assistant" && waits(state.jobs[job ?? ""], state)) {
      waiting.add(id).add(state.messages[place - 1]?.id ?? id);
    }
  });
  return waiting;
}

/** Whether that turn stands behind another one; one that is alone begins in a moment. */
function waits(turn: JobState | null | undefined, state: ProjectState): boolean {
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
