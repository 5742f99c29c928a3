import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { Loaded } from "../parts/loaded";
import { ReasonDialog } from "../parts/reason-dialog";
import type { Sweep } from "../told/faults";
import { useNow } from "../world/console-context";
import { useRead } from "../world/use-read";

/** Kills one recorded job at each point where a crash could hit it, in a process of its own, and says what survived. */
export function SweepCard(): ReactNode {
  const [asks, setAsks] = useState(false);
  const [sweep, setSweep] = useState<string | null>(null);
  return (
    <section className="card" aria-label="Crash points">
      <h2>Crash points</h2>
      <p className="quiet">
        A recorded job is run in a process of its own, and crashed at each point in turn: before and after each commit,
        send and reply. It touches nothing here.
      </p>
      <p className="actions">
        <button type="button" className="small" onClick={() => setAsks(true)}>
          Sweep the crash points
        </button>
      </p>
      {asks && (
        <ReasonDialog
          title="Sweep the crash points"
          onClose={() => setAsks(false)}
          act={async (reason, key) => setSweep((await acts.sweep({ reason }, key)).id)}
        />
      )}
      {sweep !== null && <SweepOutcome id={sweep} />}
    </section>
  );
}

function SweepOutcome({ id }: { readonly id: string }): ReactNode {
  const now = useNow();
  const [isOver, setIsOver] = useState(false);
  const sweep = useRead(`sweep ${id}`, (reads) => reads.sweep(id).then(noted(setIsOver)), isOver ? 0 : Math.floor(now));
  return <Loaded of={sweep}>{(known) => <Table sweep={known} />}</Loaded>;
}

function noted(over: (isOver: boolean) => void): (sweep: Sweep) => Sweep {
  return (sweep) => {
    over(sweep.state !== "running");
    return sweep;
  };
}

function Table({ sweep }: { readonly sweep: Sweep }): ReactNode {
  return (
    <>
      <p role="status">{sweep.sentence || `${sweep.table.length} of ${sweep.points} points so far.`}</p>
      <table>
        <thead>
          <tr>
            <th>Point</th>
            <th>How</th>
            <th>What became of the job</th>
            <th>Met</th>
          </tr>
        </thead>
        <tbody>
          {sweep.table.map((row) => (
            <tr key={`${row.point}.${row.how}`}>
              <td>{row.point}</td>
              <td>{row.how}</td>
              <td className={row.became === "survived" ? "good" : "bad"}>{row.became}</td>
              <td>{row.met ? "yes" : "never came there"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
