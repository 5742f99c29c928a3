import type { ProjectState } from "@bazaar/shared/state";
import type { CSSProperties, ReactNode } from "react";
import { type PlacedScene, sceneAt, stateOf } from "../scenes/placed-scenes";
import { Transport } from "./transport";
import type { Preview } from "./use-preview";
import { useTransportKeys } from "./use-transport-keys";

interface PreviewPaneProps {
  readonly state: ProjectState;
  readonly scenes: readonly PlacedScene[];
  readonly preview: Preview;
}

export function PreviewPane({ state, scenes, preview }: PreviewPaneProps): ReactNode {
  useTransportKeys(preview);
  const { width, height, fps } = state.video;
  const current = sceneAt(scenes, preview.frame);
  const shape = { "--ratio": width / height } as CSSProperties;
  return (
    <section className="preview" aria-label="Preview">
      <div className="canvas-room">
        <div className={scenes.length === 0 ? "canvas empty" : "canvas"} style={shape}>
          <div className="frame-holder" ref={preview.mount} />
          {scenes.length === 0 && <p className="canvas-note">Your video plays here.</p>}
          {current !== null && <SceneNote placed={current} fault={preview.faults[current.scene.id]} />}
        </div>
      </div>
      <Transport preview={preview} fps={fps} />
    </section>
  );
}

/** Said over the picture: that a newer revision is being made, or that what is seen went wrong. */
function SceneNote({ placed, fault }: { placed: PlacedScene; fault: string | undefined }): ReactNode {
  if (fault !== undefined) {
    return (
      <p className="canvas-chip wrong" role="alert">
        <b>{placed.scene.name}</b> could not be drawn: {fault}. Say in the conversation what to change.
      </p>
    );
  }
  const { kind, words } = stateOf(placed);
  if (kind === "ready" || placed.scene.bundle == null) {
    return null;
  }
  return (
    <p className="canvas-chip">
      <b>{placed.scene.name}</b> · {kind === "working" ? `new revision: ${words}` : words}
    </p>
  );
}
