import type { ProjectState } from "@bazaar/shared/state";
import type { Connection } from "@bazaar/shared/stream";
import type { ReactNode } from "react";
import { START_ADDRESS } from "../route";
import { ConnectionNote } from "./connection-note";

export function ProjectHeader({ state, connection }: { state: ProjectState; connection: Connection }): ReactNode {
  const { name, width, height, fps } = state.video;
  return (
    <header className="project-header">
      <a className="home" href={START_ADDRESS} title="Your videos">
        Bazaar
      </a>
      <h1>{state.loaded ? name : "Loading…"}</h1>
      {state.loaded && (
        <span className="quiet">
          {width} × {height} · {fps} frames/s
        </span>
      )}
      <span className="spring" />
      <ConnectionNote connection={connection} />
      <ModelLabel model={state.model} />
    </header>
  );
}

function ModelLabel({ model }: { model: ProjectState["model"] }): ReactNode {
  if (model["demo"] === true) {
    return <span className="label demo">demo composer: no AI, no key</span>;
  }
  return typeof model["model"] === "string" ? <span className="label">{model["model"]}</span> : null;
}
