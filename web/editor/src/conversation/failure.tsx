import type { JobState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { resumeJob } from "../api";
import { useAsking } from "../use-asking";
import { FindingList } from "./finding-list";

/** What happened in a sentence, what can be done, and the way on: never a dead end. */
export function Failure({ job, stopped }: { job: JobState; stopped: string }): ReactNode {
  const asking = useAsking();
  const resume = () => void asking.ask("resume", (key) => resumeJob(job.id, key));
  const isFailure = job.status === "failed";
  return (
    <div className={isFailure ? "failure" : "stopped"}>
      <p role={isFailure ? "alert" : undefined}>{isFailure ? (job.error?.message ?? "It failed.") : stopped}</p>
      {isFailure && job.error != null && job.error.advice !== "" && <p className="advice">{job.error.advice}</p>}
      {isFailure && <FindingList findings={job.findings} />}
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      <button type="button" className="small" disabled={asking.busy} onClick={resume}>
        {asking.busy ? "Resuming…" : "Resume"}
      </button>
    </div>
  );
}
