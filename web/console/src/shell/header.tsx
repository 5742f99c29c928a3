import { ThemeChoice } from "@bazaar/shared/look/theme-choice";
import type { ReactNode } from "react";
import type { Incident } from "../told/incident";
import { clock } from "../words";
import { useConsole, useWorld } from "../world/console-context";
import type { Connection } from "../world/line";

const WORDS: Record<Connection, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  "signed-out": "Not signed in",
  file: "From a file",
};

/** How the system is in one line, and whether what is shown is true now. */
export function Header({ incident, onClose }: { incident: Incident | null; onClose: () => void }): ReactNode {
  const { store } = useConsole();
  const { now } = useWorld("now");
  const { total } = now;
  return (
    <header className="header">
      <a className="home" href="#/tree">
        Bazaar console
      </a>
      <span className={`root ${now.up ? "up" : "down"}`}>{now.up ? "Tree up" : "Tree down"}</span>
      <span className="quiet figures">
        {total.waiting} waiting · {total.in_hand} in hand ·{" "}
        {total.balance === 0 ? "0 lost" : `${total.balance} unaccounted for`}
      </span>
      <span className="quiet figures">
        {now.jobs["running"] ?? 0} running, {now.jobs["waiting"] ?? 0} waiting, {now.jobs["failed"] ?? 0} failed jobs
      </span>
      <span className="spring" />
      {incident !== null && (
        <>
          <span className="quiet">{`Incident of ${clock(incident.at)}: ${incident.reason}`}</span>
          <button type="button" className="small" onClick={onClose}>
            Back to the server
          </button>
        </>
      )}
      <ThemeChoice />
      <span className={`connection ${store.connection}`} role="status" aria-label="Connection">
        <span className="dot" aria-hidden="true" />
        {WORDS[store.connection]}
      </span>
    </header>
  );
}
