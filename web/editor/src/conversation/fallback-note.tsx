import type { JobState } from "@bazaar/shared/state";
import type { ReactNode } from "react";

/** No silent change of quality: whoever reads an answer of another model is told so. */
export function FallbackNote({ job }: { job: JobState }): ReactNode {
  return (
    job.fallback !== null && (
      <p className="quiet">
        Answered by {job.fallback.model} instead. {job.fallback.reason}
      </p>
    )
  );
}
