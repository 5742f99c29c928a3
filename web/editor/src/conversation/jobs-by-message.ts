import type { JobState, ProjectState } from "@bazaar/shared/state";

/** The component jobs under the answer of the turn that asked for them, in the order of their scenes. */
export function jobsByMessage(state: ProjectState): ReadonlyMap<string, readonly JobState[]> {
  const answers = new Map(
    state.messages.filter(({ role }) => role === "assistant").map((answer) => [answer.job, answer.id]),
  );
  const last = state.messages.findLast(({ role }) => role === "assistant")?.id;
  const place = (job: JobState) => (job.scene == null ? -1 : state.order.indexOf(job.scene));
  const grouped = new Map<string, JobState[]>();
  const components = Object.values(state.jobs).filter(({ kind }) => kind === "component");
  for (const job of components.sort((one, other) => place(one) - place(other))) {
    const message = answers.get(job.turn) ?? last;
    if (message !== undefined) {
      grouped.set(message, [...(grouped.get(message) ?? []), job]);
    }
  }
  return grouped;
}
