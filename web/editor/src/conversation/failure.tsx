import type { JobState } from "@bazaar/shared/state";
import type { Asking } from "@bazaar/shared/use-asking";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import { FindingList } from "./finding-list";
import { WaysOn } from "./ways-on";

interface FailureProps {
  readonly job: JobState;
  readonly stopped: string;
  /** What stays meanwhile, as far as there is something. */
  readonly kept?: string | undefined;
}

/** What happened in a sentence, what was kept, and the ways on: never a dead end. */
export function Failure({ job, stopped, kept }: FailureProps): ReactNode {
  const asking: Asking = useAsking();
  const isFailure = job.status === "failed";
  return (
    <div className={isFailure ? "failure" : "stopped"}>
      <p role={isFailure ? "alert" : undefined}>{isFailure ? (job.error?.message ?? "It failed.") : stopped}</p>
      {isFailure && job.error != null && job.error.advice !== "" && <p className="advice">{job.error.advice}</p>}
      {isFailure && <p className="advice">{keptInWords(job, kept)}</p>}
      {isFailure && <FindingList findings={job.findings} />}
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      <WaysOn job={job} asking={asking} />
    </div>
  );
}

const DONE: Readonly<Record<string, string>> = {
  recall: "reading the project",
  plan: "the plan",
  replan: "correcting the plan",
  ask: "the model's answer",
  act: "the changes to the project",
  generate: "writing",
  repair: "the last repair",
  build: "building",
  validate: "rendering",
  publish: "publishing",
  inspect: "looking at it",
};

function keptInWords(job: JobState, kept: string | undefined): string {
  const step = job.last_successful_step;
  const last = step == null ? "" : `Kept up to ${DONE[step] ?? step}. `;
  return `${last}${kept ?? ""}`.trim();
}
