import { type ReactNode, useEffect, useMemo, useState } from "react";
import { LIVE } from "./api";
import { opened } from "./incident/opened";
import { Shell } from "./shell/shell";
import type { Incident } from "./told/incident";
import { type Console, ConsoleContext } from "./world/console-context";
import { Store } from "./world/store";

/** The console over the running server, or over the file of an incident. */
export function App(): ReactNode {
  const live = useMemo<Console>(() => ({ store: new Store(), reads: LIVE, isLive: true }), []);
  const [incident, setIncident] = useState<Incident | null>(null);
  const shown = useMemo(() => (incident === null ? live : opened(incident)), [incident, live]);
  useEffect(() => (shown.isLive ? shown.store.follow() : undefined), [shown]);
  return (
    <ConsoleContext value={shown}>
      <Shell key={incident?.at ?? "live"} incident={incident} onIncident={setIncident} />
    </ConsoleContext>
  );
}
