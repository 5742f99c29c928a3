import type { JobState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { isOpen, marksOf, STEP_NAMES, type StepMark } from "./job-words";

const SAID: Record<StepMark, string> = {
  done: "done",
  current: "in work",
  failed: "not passed",
  ahead: "still to come",
};

export function JobSteps({ job }: { job: JobState }): ReactNode {
  return (
    <ol className={isOpen(job) ? "steps alive" : "steps"} aria-label="Steps">
      {marksOf(job).map(([step, mark]) => (
        <li key={step} className={mark} aria-current={mark === "current" ? "step" : undefined}>
          {STEP_NAMES[step]}
          <span className="unseen">, {SAID[mark]}</span>
        </li>
      ))}
    </ol>
  );
}
