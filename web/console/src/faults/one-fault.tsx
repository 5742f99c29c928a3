import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { Loaded } from "../parts/loaded";
import { ReasonDialog } from "../parts/reason-dialog";
import type { Fault } from "../told/faults";
import { clock } from "../words";
import { useConsole, useNow } from "../world/console-context";
import { useRead } from "../world/use-read";
import { BlastRadius } from "./blast-radius";

const LOOK_EVERY_S = 2;

/** One fault: what it was told to do, and everything it touched. */
export function OneFault({ id }: { readonly id: string }): ReactNode {
  const fault = useRead(`fault ${id}`, (reads) => reads.fault(id), Math.floor(useNow() / LOOK_EVERY_S));
  return (
    <>
      <div className="page-head">
        <h1>Fault</h1>
        <a href="#/faults">All faults</a>
      </div>
      <Loaded of={fault}>{(known) => <Told fault={known} onDone={fault.again} />}</Loaded>
    </>
  );
}

function Told({ fault, onDone }: { readonly fault: Fault; readonly onDone: () => void }): ReactNode {
  const { isLive } = useConsole();
  const [compares, setCompares] = useState(false);
  const state = fault.ended_at === null ? "on" : `off since ${clock(fault.ended_at)}`;
  return (
    <>
      <p>
        {`On purpose: ${fault.sentence}. Begun ${clock(fault.began_at)}, ${state}; hit ${fault.hits} times. `}
        <span className="quiet">{`Reason: ${fault.reason}`}</span>
      </p>
      {fault.blast === null ? (
        <p className="quiet">It has touched nothing yet.</p>
      ) : (
        <BlastRadius blast={fault.blast} />
      )}
      {isLive && fault.ended_at !== null && (fault.blast?.control ?? null) === null && (
        <p className="actions">
          <button type="button" className="small" onClick={() => setCompares(true)}>
            Compare with a run without it
          </button>
          <span className="quiet">The demo composer makes the same videos again.</span>
        </p>
      )}
      {compares && (
        <ReasonDialog
          title="Compare with a run without it"
          onClose={() => setCompares(false)}
          act={async (reason, key) => {
            await acts.compare(fault.id, { reason }, key);
            onDone();
          }}
        />
      )}
    </>
  );
}
