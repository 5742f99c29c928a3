import type { JobState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { captionOf, detailOf, elapsed, percentOf } from "./job-words";
import { useNow } from "./use-now";

/** What an open job does now, how far it is, and for how long it has been at it. */
export function JobProgress({ job, name }: { job: JobState; name: string }): ReactNode {
  const percent = percentOf(job);
  const detail = detailOf(job);
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
        <span className="job-doing">
          {captionOf(job)}
          {job.attempt > 1 && ` (attempt ${job.attempt})`}
          {detail !== "" && <span className="quiet"> · {detail}</span>}
        </span>
        <Elapsed job={job} />
        <span>{percent} %</span>
      </div>
    </>
  );
}

function Elapsed({ job }: { job: JobState }): ReactNode {
  const words = elapsed(job, useNow());
  return words === "" ? null : (
    <span title="Since it was asked for">
      <span className="unseen">for </span>
      {words}
    </span>
  );
}
