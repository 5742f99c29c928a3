import type { ReactNode } from "react";
import { addressOf } from "../route";
import type { JobRow } from "../told/jobs";
import { dollars, lasting, short } from "../words";
import { useNow } from "../world/console-context";

/** One job of the table. */
export function JobLine({ job }: { readonly job: JobRow }): ReactNode {
  const now = useNow();
  return (
    <tr>
      <td>
        <a href={addressOf("jobs", job.id)} title={job.id} data-row>
          {short(job.id)}
        </a>{" "}
        <span className="quiet">{job.forked_from === null ? job.kind : `${job.kind}, a fork`}</span>
      </td>
      <td>
        <span className={`status ${job.status}`}>{job.status}</span>
      </td>
      <td>{job.step ?? ""}</td>
      <td>{lasting(now - (job.finished_at ?? job.updated_at))} ago</td>
      <td>{job.retry_count === 0 ? job.attempt : `${job.attempt}, ${job.retry_count} retried`}</td>
      <td>{holds(job, now)}</td>
      <td>{job.tokens === 0 ? "" : `${dollars(job.cost_usd)} · ${job.tokens.toLocaleString("en")} tokens`}</td>
    </tr>
  );
}

function holds(job: JobRow, now: number): string {
  const error = job.error === null ? "" : `${job.error.code}: ${job.error.message}`;
  if (job.next_retry_at !== null && job.status === "waiting") {
    return `tries again in ${lasting(job.next_retry_at - now)}${error && ` after ${error}`}`;
  }
  return error;
}
