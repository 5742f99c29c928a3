import type { Still } from "@bazaar/shared/events";
import { type CSSProperties, memo, type ReactNode } from "react";
import { type Edits, pictureAddress } from "../api";
import { percentOf } from "../conversation/job-words";
import { type PlacedScene, stateOf } from "../scenes/placed-scenes";
import { seconds } from "../words";
import { clipActOf } from "./clip-keys";
import { TrimHandle } from "./trim-handle";
import type { Arranging } from "./use-arrangement";
import { useDrag } from "./use-drag";

export interface ClipProps {
  readonly placed: PlacedScene;
  readonly number: number;
  /** How many clips there are. */
  readonly count: number;
  readonly fps: number;
  readonly pixelsPerFrame: number;
  readonly stills: readonly Still[];
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isHeld: boolean;
  readonly acts: Arranging;
  readonly edits: Edits;
  readonly onSelect: (placed: PlacedScene) => void;
}

/** Drawn anew only when something of it has changed, and not with every frame that is played. */
export const Clip = memo(Whole);

function Whole(props: ClipProps): ReactNode {
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
        onClick={() => props.onSelect(placed)}
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
      <TrimHandle placed={placed} fps={fps} pixelsPerFrame={pixelsPerFrame} acts={props.acts} />
    </li>
  );
}

/** The still of the middle, behind what is said of the scene. */
function pictureStyle(stills: readonly Still[]): CSSProperties {
  const middle = stills[Math.floor(stills.length / 2)];
  return middle === undefined ? {} : { backgroundImage: `url("${pictureAddress(middle.sha256)}")` };
}

/** Dragging puts the clip among the others, which make room as it goes. */
function useMoving({ placed, pixelsPerFrame, acts }: ClipProps) {
  const { scene, start } = placed;
  return useDrag(() => {
    const middle = start + scene.duration_frames / 2;
    const place = (pixels: number) => acts.placeAt(scene.id, middle + pixels / pixelsPerFrame);
    return {
      onMove: (pixels) => acts.show({ kind: "place", scene: scene.id, place: place(pixels) }),
      onDrop: (pixels) => acts.keep({ kind: "place", scene: scene.id, place: place(pixels) }),
      onCancel: () => acts.show(null),
    };
  });
}
