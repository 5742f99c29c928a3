import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { ReasonDialog } from "../parts/reason-dialog";
import { addressOf } from "../route";
import type { Fault } from "../told/faults";
import { lasting } from "../words";
import { useConsole, useNow, useWorld } from "../world/console-context";

/** What nobody must overlook: the root gave up, the line is cut, something is broken on purpose. */
export function Banners(): ReactNode {
  const { store, isLive } = useConsole();
  const { now, known } = useWorld("now");
  return (
    <>
      {store.connection === "reconnecting" && known && (
        <div className="banner warn" role="alert">
          The server does not answer. What is shown is how it was; the console goes on by itself when it is back.
          <button type="button" className="small" onClick={store.retry}>
            Try now
          </button>
        </div>
      )}
      {known && !now.up && <RootDown troubles={now.troubles} isLive={isLive} />}
      {now.faults.map((fault) => (
        <FaultBanner key={fault.id} fault={fault} isLive={isLive} />
      ))}
    </>
  );
}

function RootDown({ troubles, isLive }: { troubles: Readonly<Record<string, string>>; isLive: boolean }): ReactNode {
  const [starts, setStarts] = useState(false);
  const why = Object.entries(troubles).map(([what, reason]) => `${what}: ${reason}`);
  return (
    <div className="banner bad" role="alert">
      <span>
        The root gave up: nothing is worked on. {why.join("; ")} What was acknowledged is kept, and goes on after a
        start.
      </span>
      {isLive && (
        <button type="button" className="small" onClick={() => setStarts(true)}>
          Start again
        </button>
      )}
      {starts && <ReasonDialog title="Start the tree again" onClose={() => setStarts(false)} act={startTree} />}
    </div>
  );
}

function startTree(reason: string, key: string): Promise<unknown> {
  return acts.startTree({ reason }, key);
}

function FaultBanner({ fault, isLive }: { fault: Fault; isLive: boolean }): ReactNode {
  const now = useNow();
  const [ends, setEnds] = useState(false);
  return (
    <div className="banner fault" role="status">
      <span>
        Broken on purpose: {fault.sentence}. Hit {fault.hits} times; off by itself in {lasting(fault.ends_at - now)}.
      </span>
      <a href={addressOf("faults", fault.id)}>Blast radius</a>
      {isLive && (
        <button type="button" className="small" onClick={() => setEnds(true)}>
          Turn off
        </button>
      )}
      {ends && (
        <ReasonDialog
          title="Turn the fault off"
          onClose={() => setEnds(false)}
          act={(reason, key) => acts.endFault(fault.id, { reason }, key)}
        />
      )}
    </div>
  );
}
