import type { JobState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { captionOf, percentOf } from "./job-words";

/** What an open job does now, and how far it is. */
export function JobProgress({ job, name }: { job: JobState; name: string }): ReactNode {
  const percent = percentOf(job);
  return (
    <>
      <div
        className="progress"
        role="progressbar"
        aria-label={name}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <div className="job-now">
        <span>
          {captionOf(job)}
          {job.attempt > 1 && ` (attempt ${job.attempt})`}
        </span>
        <span>{percent} %</span>
      </div>
    </>
  );
}
