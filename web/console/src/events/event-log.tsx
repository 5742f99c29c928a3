import type { ReactNode } from "react";
import { FilterBar } from "../parts/filter-bar";
import { JsonView } from "../parts/json-view";
import { JobLink } from "../parts/links";
import { Loaded } from "../parts/loaded";
import { addressOf, useFilters } from "../route";
import type { StoredEvent } from "../told/health";
import { clock } from "../words";
import { useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";

const NAMES = ["project", "type", "job", "text", "before"] as const;
const FIELDS = [
  { name: "project", label: "Project" },
  { name: "type", label: "Type" },
  { name: "job", label: "Job" },
  { name: "text", label: "Text" },
] as const;
const PAGE = 100;

/** The stored events that fit, the newest first; each view of them is a link. */
export function EventLog(): ReactNode {
  const { log } = useWorld("log");
  const [filters, change] = useFilters(NAMES);
  const moved = filters.before === "" ? (log.findLast(({ kind }) => kind === "event")?.n ?? 0) : 0;
  const events = useRead(
    `events ${JSON.stringify(filters)}`,
    (reads) => reads.events({ ...filters, limit: String(PAGE) }),
    moved,
  );
  return (
    <>
      <FilterBar values={filters} onChange={(changed) => change({ ...changed, before: "" })} fields={FIELDS} />
      <Loaded of={events}>
        {({ events: rows }) => (
          <>
            {rows.length === 0 && <p className="quiet waiting">No event fits.</p>}
            <ol className="entries">
              {rows.map((event) => (
                <EventEntry key={event.row} event={event} />
              ))}
            </ol>
            <p className="actions">
              {filters.before !== "" && (
                <button type="button" className="small" onClick={() => change({ before: "" })}>
                  The newest
                </button>
              )}
              {rows.length === PAGE && (
                <button
                  type="button"
                  className="small"
                  onClick={() => change({ before: String(rows.at(-1)?.row ?? "") })}
                >
                  Older
                </button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function EventEntry({ event }: { readonly event: StoredEvent }): ReactNode {
  return (
    <li className="line">
      <details>
        <summary>
          <time>{clock(event.at, true)}</time> <strong>{event.type}</strong>{" "}
          <span className="quiet">{`${event.project} ${event.seq}`}</span>
        </summary>
        <p className="actions">
          {event.job !== null && (
            <span>
              Job <JobLink job={event.job} />
            </span>
          )}
          <a href={addressOf("events", null, { project: event.project })}>All of the project</a>
          <a href={addressOf("events", null, { type: event.type })}>All of the type</a>
        </p>
        <JsonView label={event.type} value={event.data} />
      </details>
    </li>
  );
}
