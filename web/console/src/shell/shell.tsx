import { type ReactNode, useState } from "react";
import { IncidentPage } from "../incident/incident-page";
import { PAGES } from "../pages";
import { useRoute } from "../route";
import type { Incident } from "../told/incident";
import { useConsole, useWorld } from "../world/console-context";
import { Banners } from "./banners";
import { Header } from "./header";
import { KeyList } from "./key-list";
import { Navigation } from "./navigation";
import { SignedOut } from "./signed-out";
import { useKeys } from "./use-keys";

interface ShellProps {
  readonly incident: Incident | null;
  readonly onIncident: (incident: Incident | null) => void;
}

/** What stands around every page: where one can go, how the system is, and what is broken on purpose. */
export function Shell({ incident, onIncident }: ShellProps): ReactNode {
  const { store } = useConsole();
  const world = useWorld("now");
  const { page } = useRoute();
  const [asksKeys, setAsksKeys] = useState(false);
  useKeys(() => setAsksKeys(true));
  if (store.connection === "signed-out") {
    return <SignedOut />;
  }
  const shown = PAGES.find((each) => each.name === page);
  const title = shown?.title ?? (page === "incident" ? "Incident" : "Nothing here");
  return (
    <div className="shell">
      <title>{`${title} – Bazaar console`}</title>
      <Header incident={incident} onClose={() => onIncident(null)} />
      <Navigation current={page} world={world} />
      <main className="page" aria-label={title}>
        <Banners />
        {world.known ? (
          shown === undefined ? (
            page === "incident" ? (
              <IncidentPage onOpen={onIncident} />
            ) : (
              <Nowhere />
            )
          ) : (
            <shown.view />
          )
        ) : (
          <p className="quiet waiting">
            {store.connection === "reconnecting" ? "The server does not answer yet." : "Connecting…"}
          </p>
        )}
      </main>
      {asksKeys && <KeyList onClose={() => setAsksKeys(false)} />}
    </div>
  );
}

function Nowhere(): ReactNode {
  return (
    <p className="waiting">
      There is no such page. <a href="#/tree">Go to the tree</a>
    </p>
  );
}
