import type { ReactNode } from "react";
import { Pairs } from "../parts/pairs";
import type { HealthReport } from "../told/health";
import { bytes, lasting } from "../words";
import { useNow } from "../world/console-context";

/** The database, the disk, the process, the models and the children that build and check. */
export function Machine({ health }: { readonly health: HealthReport }): ReactNode {
  const now = useNow();
  const { database, disk, process } = health;
  return (
    <div className="cards">
      <Pairs
        title="Database"
        pairs={[
          ["Size", `${bytes(database.bytes)} and ${bytes(database.wal_bytes)} of log`],
          ...Object.entries(database.troubles).map(
            ([what, why]) =>
              [
                what,
                <span key={what} className="bad">
                  {why}
                </span>,
              ] as const,
          ),
          ...Object.entries(database.rows).map(
            ([table, rows]) => [table, `${rows.toLocaleString("en")} rows`] as const,
          ),
        ]}
      />
      <Pairs
        title="Disk"
        pairs={[
          ["Free", `${bytes(disk.free_bytes)} of ${bytes(disk.total_bytes)}`],
          ["Artifacts", bytes(disk.artifacts_bytes)],
        ]}
      />
      <Pairs
        title="Process"
        pairs={[
          ["Id", String(process.pid)],
          ["Runs for", lasting(now - process.since)],
          ["Memory", bytes(process.memory_bytes)],
          ["Threads", String(process.threads)],
          ["Version", `${process.version}, Python ${process.python}`],
        ]}
      />
      <Pairs
        title="Models"
        pairs={health.models.map(
          (model) =>
            [
              `${model.role}: ${model.model}`,
              <span key={model.role} className={model.circuit === "open" ? "bad" : ""}>
                {`${model.provider}, circuit ${model.circuit}, ${model.in_use} in use, ${model.waiting} wait, ${model.failures} failed`}
              </span>,
            ] as const,
        )}
      />
      <Pairs
        title="Children that build and check"
        pairs={health.node.map(
          (child) =>
            [
              `process ${child.pid}`,
              `${child.what} for ${lasting(now - child.since)}, ${bytes(child.memory_bytes)}`,
            ] as const,
        )}
      />
    </div>
  );
}
