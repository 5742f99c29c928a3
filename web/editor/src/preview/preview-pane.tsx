import type { Pointed } from "@bazaar/preview/pointing";
import type { ProjectState } from "@bazaar/shared/state";
import { type CSSProperties, type ReactNode, type RefObject, useRef, useState } from "react";
import { Pointer } from "../pointing/pointer";
import { usePointing } from "../pointing/pointing-context";
import { type PlacedScene, sceneAt, stateOf } from "../scenes/placed-scenes";
import type { Look } from "./look-controls";
import { SafeAreas } from "./safe-areas";
import { Transport } from "./transport";
import { useFullScreen } from "./use-full-screen";
import { usePlayhead } from "./use-playhead";
import type { Preview } from "./use-preview";
import { useTransportKeys } from "./use-transport-keys";

interface PreviewPaneProps {
  readonly state: ProjectState;
  readonly scenes: readonly PlacedScene[];
  readonly preview: Preview;
}

export function PreviewPane({ state, scenes, preview }: PreviewPaneProps): ReactNode {
  const pane = useRef<HTMLElement>(null);
  const look = useLook(pane);
  useTransportKeys({ ...preview, turnSound: preview.manner.turnSound, turnFull: look.turnFull });
  const { pointed } = usePointing();
  const { width, height, fps } = state.video;
  const { playhead } = preview;
  const current = usePlayhead(playhead, ({ frame }) => sceneAt(scenes, frame));
  const isPointed = usePlayhead(playhead, ({ frame, playing }) => !playing && isThere(pointed, current, frame));
  const shape = { "--ratio": width / height, "--width": `${width}px` } as CSSProperties;
  return (
    <section className="preview" aria-label="Preview" ref={pane}>
      <div className={look.isActualSize ? "canvas-room actual" : "canvas-room"}>
        <div className={scenes.length === 0 ? "canvas empty" : "canvas"} style={shape}>
          <div className="frame-holder" ref={preview.mount} />
          {scenes.length === 0 && <p className="canvas-note">Your video plays here.</p>}
          {look.hasSafeAreas && <SafeAreas />}
          {scenes.length > 0 && <Pointer onPoint={preview.point} isShown={isPointed} />}
          {current !== null && <SceneNote placed={current} fault={preview.faults[current.scene.id]} />}
        </div>
      </div>
      <Transport preview={preview} fps={fps} look={look} />
    </section>
  );
}

function useLook(pane: RefObject<HTMLElement | null>): Look {
  const [isActualSize, setActualSize] = useState(false);
  const [hasSafeAreas, setSafeAreas] = useState(false);
  const [isFull, turnFull] = useFullScreen(pane);
  const turnSize = () => setActualSize((now) => !now);
  const turnSafeAreas = () => setSafeAreas((now) => !now);
  return { isActualSize, hasSafeAreas, isFull, turnSize, turnSafeAreas, turnFull };
}

/** Whether what was pointed at lies in the picture that is seen. */
function isThere(pointed: Pointed | null, current: PlacedScene | null, frame: number): boolean {
  return current !== null && pointed?.scene === current.scene.id && pointed.frame === frame - current.start;
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
