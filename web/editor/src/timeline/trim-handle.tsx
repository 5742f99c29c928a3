import type { KeyboardEvent, ReactNode } from "react";
import type { PlacedScene } from "../scenes/placed-scenes";
import { seconds } from "../words";
import { allowedLength, LONGEST_FRAMES } from "./moving";
import type { Arranging } from "./use-arrangement";
import { useDrag } from "./use-drag";

interface TrimHandleProps {
  readonly placed: PlacedScene;
  readonly fps: number;
  readonly pixelsPerFrame: number;
  readonly acts: Arranging;
}

/** The right edge of a clip: drag it, or press the arrows, with Shift by ten frames. */
export function TrimHandle({ placed, fps, pixelsPerFrame, acts }: TrimHandleProps): ReactNode {
  const { id, name, duration_frames: frames } = placed.scene;
  const wish = (length: number) => ({ kind: "length", scene: id, frames: allowedLength(length) }) as const;
  const onPointerDown = useDrag(() => ({
    onMove: (pixels) => acts.show(wish(frames + pixels / pixelsPerFrame)),
    onDrop: (pixels) => acts.keep(wish(frames + pixels / pixelsPerFrame)),
    onCancel: () => acts.show(null),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      acts.keep(wish(frames + by * (event.shiftKey ? 10 : 1)));
    }
  };
  return (
    <div
      className="trim"
      role="slider"
      tabIndex={0}
      aria-label={`Length of ${name}`}
      aria-valuemin={1}
      aria-valuemax={LONGEST_FRAMES}
      aria-valuenow={frames}
      aria-valuetext={`${seconds(frames, fps)}, ${frames} frames`}
      title="Drag to trim"
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
