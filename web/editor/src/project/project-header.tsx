import type { JsonValue } from "@bazaar/shared/events";
import { ThemeChoice } from "@bazaar/shared/look/theme-choice";
import type { ProjectState } from "@bazaar/shared/state";
import type { Connection } from "@bazaar/shared/stream";
import type { ReactNode } from "react";
import type { Edits } from "../api";
import { SpendChip } from "../cost/spend-chip";
import { START_ADDRESS } from "../route";
import { ConnectionNote } from "./connection-note";
import { HistoryButtons } from "./history-buttons";
import { ProjectName } from "./project-name";

interface ProjectHeaderProps {
  readonly state: ProjectState;
  readonly connection: Connection;
  readonly edits: Edits;
}

export function ProjectHeader({ state, connection, edits }: ProjectHeaderProps): ReactNode {
  const { name, width, height, fps } = state.video;
  return (
    <header className="project-header">
      <a className="home" href={START_ADDRESS} title="Your videos">
        Bazaar
      </a>
      {state.loaded ? <ProjectName name={name} edits={edits} /> : <h1>Loading…</h1>}
      {state.loaded && (
        <span className="quiet">
          {width} × {height} · {fps} frames/s
        </span>
      )}
      {state.loaded && <HistoryButtons history={state.history} edits={edits} />}
      <span className="spring" />
      <SpendChip state={state} />
      <ConnectionNote connection={connection} />
      <ModelLabel model={state.model} />
      <JailNote jail={state.model["jail"]} />
      <ThemeChoice />
    </header>
  );
}

function ModelLabel({ model }: { model: ProjectState["model"] }): ReactNode {
  if (model["demo"] === true) {
    return <span className="label demo">demo composer: no AI, no key</span>;
  }
  return typeof model["model"] === "string" ? <span className="label">{model["model"]}</span> : null;
}

/** Said only where the jail around generated code is not whole. */
function JailNote({ jail }: { jail: JsonValue | undefined }): ReactNode {
  const { whole, sentence } = Object(jail) as { readonly whole?: unknown; readonly sentence?: unknown };
  return whole === false ? (
    <span className="label demo" title={`The jail around generated code: ${sentence}`}>
      weaker jail
    </span>
  ) : null;
}
