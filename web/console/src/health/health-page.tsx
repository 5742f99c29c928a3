import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded";
import { useNow, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { AbandonedList } from "./abandoned-list";
import { Books } from "./books";
import { Machine } from "./machine";
import { WaitGraph } from "./wait-graph";

const LOOK_EVERY_S = 2;

/** Whether every message is accounted for, who waits for whom, and how what lies below the actors is. */
export function HealthPage(): ReactNode {
  const { now: told, mailboxes } = useWorld("now");
  const health = useRead("health", (reads) => reads.health(), Math.floor(useNow() / LOOK_EVERY_S));
  const troubles = Object.entries(told.troubles);
  return (
    <>
      <h1>Ledger &amp; health</h1>
      {troubles.map(([what, why]) => (
        <p key={what} className="failure">{`${what}: ${why}`}</p>
      ))}
      <Books total={told.total} mailboxes={mailboxes} />
      <WaitGraph waits={told.waits} />
      <AbandonedList abandoned={told.abandoned} />
      <Loaded of={health}>{(known) => <Machine health={known} />}</Loaded>
    </>
  );
}
