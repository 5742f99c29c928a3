import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded";
import { useRoute } from "../route";
import { useConsole, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { FaultForm } from "./fault-form";
import { FaultList } from "./fault-list";
import { OneFault } from "./one-fault";
import { SweepCard } from "./sweep-card";

/** Break something on purpose, for a while, and see what it touched. */
export function FaultsPage(): ReactNode {
  const { name } = useRoute();
  return name === null ? <AllFaults /> : <OneFault key={name} id={name} />;
}

function AllFaults(): ReactNode {
  const { isLive } = useConsole();
  const { log, now } = useWorld("log", "now");
  const moved = `${log.findLast(({ kind }) => kind === "fault")?.n} ${now.faults.length}`;
  const faults = useRead("faults", (reads) => reads.faults(), moved);
  return (
    <>
      <h1>Faults</h1>
      <Loaded of={faults}>
        {({ kinds, on, past }) => (
          <>
            {isLive && <FaultForm kinds={kinds} onDone={faults.again} />}
            <FaultList title="On now" faults={on} />
            <FaultList title="Past" faults={past} />
          </>
        )}
      </Loaded>
      {isLive && <SweepCard />}
    </>
  );
}
