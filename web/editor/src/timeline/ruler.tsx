import { type PointerEvent, type ReactNode, useMemo } from "react";
import { ticks } from "./ticks";

interface RulerProps {
  readonly total: number;
  readonly fps: number;
  readonly pixelsPerFrame: number;
  readonly onSeek: (frame: number) => void;
}

/** The time above the clips; a press or a drag on it moves the playhead. The keyboard has the transport for that. */
export function Ruler({ total, fps, pixelsPerFrame, onSeek }: RulerProps): ReactNode {
  const marks = useMemo(() => ticks(total, fps, pixelsPerFrame), [total, fps, pixelsPerFrame]);
  const seek = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onSeek(Math.round((event.clientX - left) / pixelsPerFrame));
  };
  return (
    <div
      className="ruler"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seek(event)}
    >
      {total > 0 &&
        marks.map(({ frame, words }) => (
          <span key={frame} style={{ left: frame * pixelsPerFrame }}>
            {words}
          </span>
        ))}
    </div>
  );
}
