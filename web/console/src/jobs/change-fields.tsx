import type { ReactNode } from "react";
import type { JobDetail } from "../told/jobs";

export interface Changes {
  readonly step: string;
  readonly prompt: string;
  readonly source: string;
}

interface ChangeFieldsProps {
  readonly detail: JobDetail;
  readonly forks: boolean;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** From which step on, with which words, or with which source. */
export function ChangeFields({ detail, forks, changes, onChange }: ChangeFieldsProps): ReactNode {
  const steps = [...new Set(detail.checkpoints.filter(({ heard }) => heard).map(({ step }) => step))];
  return (
    <>
      <label>
        {forks ? "Share the checkpoints up to" : "From step"}
        <select value={changes.step} onChange={(event) => onChange({ ...changes, step: event.target.value })}>
          <option value="">{forks ? "all of them" : "after the last good one"}</option>
          {steps.map((step) => (
            <option key={step}>{step}</option>
          ))}
        </select>
      </label>
      <label>
        Say anew what is wanted
        <input value={changes.prompt} onChange={(event) => onChange({ ...changes, prompt: event.target.value })} />
      </label>
      {detail.job.kind === "component" && (
        <label>
          Or a source of yours
          <textarea value={changes.source} onChange={(event) => onChange({ ...changes, source: event.target.value })} />
        </label>
      )}
    </>
  );
}
