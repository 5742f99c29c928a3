import { type ReactNode, useState } from "react";
import { JobLink } from "../parts/links";
import { Pick } from "../parts/pick";
import { VirtualRows } from "../parts/virtual-rows";
import { clock } from "../words";
import { useWorld } from "../world/console-context";

const KINDS = ["all", "decision", "failure", "letter", "action", "fault", "event", "trouble"] as const;

/** What happens, as sentences, the newest last. */
export function RecordList(): ReactNode {
  const { log, missed } = useWorld("log");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("all");
  const rows = kind === "all" ? log : log.filter((record) => record.kind === kind);
  return (
    <>
      <div className="filters">
        <Pick label="Kind" value={kind} choices={KINDS} onPick={setKind} />
      </div>
      {missed && <p className="warn">There was more than the stream kept; the stored events hold all of it.</p>}
      {rows.length === 0 ? (
        <p className="quiet waiting">Nothing of it has happened.</p>
      ) : (
        <div className="tall">
          <VirtualRows label="What happens" rows={rows} height={30} keyOf={({ n }) => n} sticks>
            {(record) => (
              <div className="record" title={record.sentence}>
                <time>{clock(record.at, true)}</time>
                <span className="quiet">{record.kind}</span>
                <span>{record.sentence}</span>
                <span>{record.job !== null && <JobLink job={record.job} />}</span>
              </div>
            )}
          </VirtualRows>
        </div>
      )}
    </>
  );
}
