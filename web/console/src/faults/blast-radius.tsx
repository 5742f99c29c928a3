import type { ReactNode } from "react";
import { JobLink } from "../parts/links";
import { Pairs } from "../parts/pairs";
import type { Blast, Control, TouchedJob } from "../told/faults";
import { counted, dollars, lasting } from "../words";

/** What a fault touched: jobs, what was done again, what that cost, and whether all is as if nothing had been. */
export function BlastRadius({ blast }: { readonly blast: Blast }): ReactNode {
  const restarts = Object.entries(blast.restarts).map(([actor, count]) => `${actor} ${count}`);
  return (
    <>
      <div className="cards">
        <Pairs
          title="Blast radius"
          pairs={[
            ["Jobs touched", String(blast.jobs.length)],
            ["Restarts", restarts.join(", ") || "none"],
            ["Dead letters", String(blast.letters)],
            ["Lost", lost(blast)],
            ["Recovered", blast.recovered_s === null ? "not yet" : `after ${lasting(blast.recovered_s)}`],
          ]}
        />
        {blast.control !== null && <Comparison control={blast.control} />}
      </div>
      {blast.jobs.length > 0 && <TouchedJobs jobs={blast.jobs} />}
    </>
  );
}

function Comparison({ control }: { readonly control: Control }): ReactNode {
  const tone = { same: "good", running: "", different: "bad", failed: "bad" }[control.state];
  return (
    <section className="card" aria-label="Control run">
      <h2>Control run</h2>
      <p role="status" className={tone}>
        {control.sentence}
      </p>
      <ul>
        {control.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </section>
  );
}

function TouchedJobs({ jobs }: { readonly jobs: readonly TouchedJob[] }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th>Job</th>
          <th>Now</th>
          <th>Hits</th>
          <th>Done again</th>
          <th>Lost</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.job}>
            <td>
              <JobLink job={job.job} />
            </td>
            <td>
              <span className={`status ${job.status}`}>{job.status}</span>
            </td>
            <td>{job.hits}</td>
            <td>
              {job.again
                .map(({ step, ordinal, attempts }) => `${step} ${ordinal}: ${counted(attempts, "attempt")}`)
                .join("; ") || "nothing"}
            </td>
            <td>{lost(job)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where no token was lost there is no price to be known. */
export function lost({ tokens_lost, cost_lost_usd }: Pick<Blast, "tokens_lost" | "cost_lost_usd">): string {
  return tokens_lost === 0 ? "nothing" : `${counted(tokens_lost, "token")}, ${dollars(cost_lost_usd)}`;
}
