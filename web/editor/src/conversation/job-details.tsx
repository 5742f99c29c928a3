import type { JobState } from "@bazaar/shared/state";
import { type ReactNode, useState } from "react";
import { JobCode } from "./job-code";
import { CAPTIONS, marksOf, STEP_NAMES } from "./job-words";

const MEANINGS = {
  done: "done",
  current: "at it",
  failed: "not passed",
  ahead: "to come",
} as const;

/** Each step with what it is for, and the code as it is written; read by whoever opens it. */
export function JobDetails({ job }: { job: JobState }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="job-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Details</summary>
      {open && (
        <>
          <dl>
            {marksOf(job).map(([step, mark]) => (
              <div key={step} className={mark}>
                <dt>{STEP_NAMES[step]}</dt>
                <dd>{CAPTIONS[step]}</dd>
                <dd className="quiet">{MEANINGS[mark]}</dd>
              </div>
            ))}
          </dl>
          <JobCode job={job} />
        </>
      )}
    </details>
  );
}
