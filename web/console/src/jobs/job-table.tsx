import { type ReactNode, useState } from "react";
import { acts, type Query } from "../api";
import { BulkDialog } from "../parts/bulk-dialog";
import { FilterBar } from "../parts/filter-bar";
import { Loaded } from "../parts/loaded";
import { moveAmong } from "../parts/virtual-rows";
import { useFilters } from "../route";
import { STATUSES } from "../told/jobs";
import { counted } from "../words";
import { useConsole, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { JobLine } from "./job-line";

const NAMES = ["status", "kind", "step", "error", "project", "text"] as const;
const FIELDS = [
  { name: "status", label: "Status", choices: STATUSES },
  { name: "kind", label: "Kind", choices: ["turn", "component"] },
  { name: "step", label: "Step" },
  { name: "error", label: "Error code" },
  { name: "project", label: "Project" },
  { name: "text", label: "Text" },
] as const;
const BULK = ["resume", "run-now", "cancel"] as const;
const BULK_TITLES = { resume: "Resume", "run-now": "Run now", cancel: "Cancel" } as const;

/** The jobs that fit, the newest first; and what can be done to all of them at once. */
export function JobTable(): ReactNode {
  const { isLive } = useConsole();
  const world = useWorld("log");
  const [filters, change] = useFilters(NAMES);
  const [bulk, setBulk] = useState<(typeof BULK)[number] | null>(null);
  const query: Query = filters;
  const jobs = useRead(`jobs ${JSON.stringify(query)}`, (reads) => reads.jobs(query), world.log.at(-1)?.n ?? 0);
  return (
    <>
      <div className="page-head">
        <h1>Jobs</h1>
        <FilterBar values={filters} onChange={change} fields={FIELDS} />
        <span className="spring" />
        {isLive && (
          <span className="actions">
            All that fit:
            {BULK.map((each) => (
              <button key={each} type="button" className="small" onClick={() => setBulk(each)}>
                {BULK_TITLES[each].toLowerCase()}
              </button>
            ))}
          </span>
        )}
      </div>
      <Loaded of={jobs}>
        {({ jobs: rows, matched }) =>
          rows.length === 0 ? (
            <p className="quiet waiting">No job fits.</p>
          ) : (
            <>
              <p className="quiet">{`${counted(matched, "job")}${matched > rows.length ? `, the newest ${rows.length} of them` : ""}`}</p>
              <table onKeyDown={moveAmong}>
                <Heads />
                <tbody>
                  {rows.map((job) => (
                    <JobLine key={job.id} job={job} />
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </Loaded>
      {bulk !== null && (
        <BulkDialog
          title={`${BULK_TITLES[bulk]} all that fit`}
          what="job"
          onClose={() => setBulk(null)}
          act={async (dryRun, reason, key) => {
            const done = await acts.jobs(bulk, query, dryRun, { reason }, key);
            return { ...done, refused: done.refused.map(({ job, detail }) => ({ name: job, detail })) };
          }}
        />
      )}
    </>
  );
}

function Heads(): ReactNode {
  return (
    <thead>
      <tr>
        <th>Job</th>
        <th>Status</th>
        <th>Step</th>
        <th>Since</th>
        <th>Attempt</th>
        <th>What holds it</th>
        <th>Cost</th>
      </tr>
    </thead>
  );
}
