import type { JobState, ProjectState } from "@bazaar/shared/state";

/** The component jobs under the answer that asked for them, in the order of their scenes. */
export function jobsByMessage(state: ProjectState): ReadonlyMap<string, readonly JobState[]> {
  const known = new Set(state.messages.map((message) => message.id));
  const lastAnswer = state.messages.findLast((message) => message.role === "assistant")?.id;
  const asked = answersThatAsked(state);
  const grouped = new Map<string, JobState[]>();
  for (const job of Object.values(state.jobs).filter(({ kind }) => kind === "component")) {
    const named = asked.get(job.id) ?? job.message;
    const message = named != null && known.has(named) ? named : lastAnswer;
    if (message !== undefined) {
      grouped.set(message, [...(grouped.get(message) ?? []), job]);
    }
  }
  const place = (job: JobState) => (job.scene == null ? -1 : state.order.indexOf(job.scene));
  for (const jobs of grouped.values()) {
    jobs.sort((one, other) => place(one) - place(other));
  }
  return grouped;
}

/** A turn that has ended names the jobs it started. */
function answersThatAsked(state: ProjectState): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  for (const { job, id } of state.messages.filter((message) => message.role === "assistant")) {
    const started = state.jobs[job ?? ""]?.result?.["jobs"];
    for (const component of Array.isArray(started) ? started : []) {
      asked.set(String(component), id);
    }
  }
  return asked;
}
