import type { JobState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useEffect, useState } from "react";
import { cancelJob, runJobNow } from "../api";

/** Why the job waits and when it is tried again, counting down; now, or not any more, at a click. */
export function RetryNote({ job }: { job: JobState }): ReactNode {
  const left = useSecondsUntil(job.next_retry_at ?? null);
  const asking = useAsking();
  if (job.status !== "waiting" || job.retryReason === null) {
    return null;
  }
  return (
    <div className="retry-note">
      <p>
        {left === null ? "Trying again" : `Trying again in ${left} s`}: {job.retryReason}
      </p>
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      <div className="ways-on">
        <button
          type="button"
          className="small"
          disabled={asking.busy}
          onClick={() => void asking.ask("now", (key) => runJobNow(job.id, key))}
        >
          Try now
        </button>
        <button
          type="button"
          className="small"
          disabled={asking.busy}
          onClick={() => void asking.ask("stop", (key) => cancelJob(job.id, key))}
        >
          Stop retrying
        </button>
      </div>
    </div>
  );
}

function useSecondsUntil(iso: string | null): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (iso === null) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [iso]);
  const due = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(due) ? null : Math.max(0, Math.ceil((due - now) / 1000));
}
