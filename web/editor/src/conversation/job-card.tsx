import type { JobState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import { cancelJob } from "../api";
import { JobCost } from "../cost/cost-notes";
import { Failure } from "./failure";
import { FallbackNote } from "./fallback-note";
import { FindingList } from "./finding-list";
import { JobDetails } from "./job-details";
import { JobProgress } from "./job-progress";
import { JobSteps } from "./job-steps";
import { elapsed, isOpen } from "./job-words";
import { RetryNote } from "./retry-note";

interface JobCardProps {
  readonly job: JobState;
  readonly name: string;
  /** What stays of the scene if this job fails. */
  readonly kept?: string | undefined;
}

export function JobCard({ job, name, kept }: JobCardProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card of text is no set of form fields
    <div role="group" aria-label={name} className={`job-card ${job.status}`}>
      <div className="job-head">
        <b>{name}</b>
        {!isOpen(job) && <span className="job-state">{endInWords(job)}</span>}
        {isOpen(job) && <StopButton job={job} name={name} />}
      </div>
      {isOpen(job) && <JobProgress job={job} name={name} />}
      {job.status !== "completed" && <JobSteps job={job} />}
      <RetryNote job={job} />
      <FallbackNote job={job} />
      {(job.status === "failed" || job.status === "cancelled") && (
        <Failure job={job} stopped="Stopped. What was done so far is kept." kept={kept} />
      )}
      {job.status !== "failed" && <FindingList findings={job.findings} />}
      <JobCost job={job.id} />
      {job.status !== "completed" && <JobDetails job={job} />}
    </div>
  );
}

function StopButton({ job, name }: { job: JobState; name: string }): ReactNode {
  const asking = useAsking();
  const stop = () => void asking.ask("stop", (key) => cancelJob(job.id, key));
  return (
    <>
      <button type="button" className="small" aria-label={`Stop ${name}`} disabled={asking.busy} onClick={stop}>
        Stop
      </button>
      {asking.failure !== null && <span role="alert">{asking.failure}</span>}
    </>
  );
}

function endInWords(job: JobState): string {
  if (job.status === "completed") {
    const took = elapsed(job, Number.NaN);
    return job.shown
      ? `Published${took === "" ? "" : ` in ${took}`}`
      : "Kept, not shown: a newer revision was asked for";
  }
  return job.status === "failed" ? "Failed" : "Stopped";
}
