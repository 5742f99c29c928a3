import type { Still } from "@bazaar/shared/events";
import type { CSSProperties, ReactNode } from "react";
import { type Edits, pictureAddress } from "../api";
import { percentOf } from "../conversation/job-words";
import { type PlacedScene, stateOf } from "../scenes/placed-scenes";
import { seconds } from "../words";
import { clipActOf } from "./clip-keys";
import { placeAt } from "./moving";
import { TrimHandle } from "./trim-handle";
import type { Arrangement } from "./use-arrangement";
import { useDrag } from "./use-drag";

export interface ClipProps {
  readonly placed: PlacedScene;
  readonly number: number;
  readonly scenes: readonly PlacedScene[];
  readonly fps: number;
  readonly pixelsPerFrame: number;
  readonly stills: readonly Still[];
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isHeld: boolean;
  readonly arrangement: Arrangement;
  readonly edits: Edits;
  readonly onSelect: () => void;
}

export function Clip(props: ClipProps): ReactNode {
  const { placed, number, fps, pixelsPerFrame, isHeld } = props;
  const { scene, start, job } = placed;
  const { kind, words } = stateOf(placed);
  const style = { left: start * pixelsPerFrame, width: scene.duration_frames * pixelsPerFrame };
  const length = seconds(scene.duration_frames, fps);
  return (
    <li className={`clip ${kind}${isHeld ? " held" : ""}`} style={style}>
      <button
        type="button"
        className="clip-body"
        aria-current={props.isCurrent || undefined}
        aria-pressed={props.isSelected}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete Control+D"
        title={`${scene.name}, ${length}. Drag or Alt+arrows to move, Delete to remove, Control+D to duplicate`}
        onPointerDown={useMoving(props)}
        onClick={props.onSelect}
        onKeyDown={(event) => {
          const act = clipActOf(event, props);
          if (act !== null) {
            event.preventDefault();
            act();
          }
        }}
      >
        <span className="clip-picture" style={pictureStyle(props.stills)} aria-hidden="true" />
        <span className="clip-text">
          <span className="clip-name">
            <span className="clip-number">{number}</span> {scene.name}
          </span>
          <span className="clip-facts">
            {length}
            <span className="clip-state">{words}</span>
          </span>
        </span>
        {kind === "working" && job !== null && (
          <span className="clip-bar" style={{ width: `${percentOf(job)}%` }} aria-hidden="true" />
        )}
      </button>
      <TrimHandle placed={placed} fps={fps} pixelsPerFrame={pixelsPerFrame} arrangement={props.arrangement} />
    </li>
  );
}

/** The still of the middle, behind what is said of the scene. */
function pictureStyle(stills: readonly Still[]): CSSProperties {
  const middle = stills[Math.floor(stills.length / 2)];
  return middle === undefined ? {} : { backgroundImage: `url("${pictureAddress(middle.sha256)}")` };
}

/** Dragging puts the clip among the others, which make room as it goes. */
function useMoving({ placed, scenes, pixelsPerFrame, arrangement }: ClipProps) {
  const { scene, start } = placed;
  return useDrag(() => {
    const middle = start + scene.duration_frames / 2;
    const place = (pixels: number) => placeAt(scenes, scene.id, middle + pixels / pixelsPerFrame);
    return {
      onMove: (pixels) => arrangement.show({ kind: "place", scene: scene.id, place: place(pixels) }),
      onDrop: (pixels) => arrangement.keep({ kind: "place", scene: scene.id, place: place(pixels) }),
      onCancel: () => arrangement.show(null),
    };
  });
}
