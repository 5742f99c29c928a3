import type { ProjectState } from "@bazaar/shared/state";
import { Accordion } from "radix-ui";
import type { ReactNode } from "react";
import { CallTable } from "./call-table";
import { mendedInWords, shortly, spendingInWords } from "./spending-words";
import { type Spent, spentByMessage } from "./spent-by-message";
import type { JobShare } from "./usage";

interface JobTableProps {
  readonly shares: readonly JobShare[];
  readonly state: ProjectState;
}

/** Each message with the jobs it led to, the newest first; a job opens into its calls. */
export function JobTable({ shares, state }: JobTableProps): ReactNode {
  return (
    <Accordion.Root type="multiple" className="spent-messages">
      {spentByMessage(shares, state).map((message) => (
        <section key={message.id} aria-label={message.words}>
          <header>
            <h3>{message.words}</h3>
            <span title={spendingInWords(message.spending)}>{shortly(message.spending)}</span>
          </header>
          {message.jobs.map((job) => (
            <SpentJob key={job.id} job={job} />
          ))}
        </section>
      ))}
    </Accordion.Root>
  );
}

function SpentJob({ job }: { job: Spent["jobs"][number] }): ReactNode {
  const mended = mendedInWords(job.repairs);
  return (
    <Accordion.Item value={job.id} className="spent-job">
      <Accordion.Header asChild>
        <h4>
          <Accordion.Trigger>
            <span className="spent-name">{job.name}</span>
            {mended !== null && <span className="mended">{mended}</span>}
            <span className="spent-sum">{shortly(job.spending)}</span>
          </Accordion.Trigger>
        </h4>
      </Accordion.Header>
      <Accordion.Content>
        <CallTable job={job.id} />
      </Accordion.Content>
    </Accordion.Item>
  );
}
