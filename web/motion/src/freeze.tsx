import { type ReactNode, useContext } from "react";
import { FrameContext, PlayingContext, SpanContext, useCurrentFrame } from "./timeline";
import { requireFinite } from "./value";

export interface FreezeProps {
  /** The frame that the children see, counted in the surrounding Sequence. */
  readonly frame: number;
  readonly active?: boolean | ((frame: number) => boolean);
  readonly children?: ReactNode;
}

/** Holds its children at one frame. */
export function Freeze({ frame, active = true, children }: FreezeProps): ReactNode {
  requireFinite(frame, "frame of a Freeze");
  const now = useCurrentFrame();
  const playing = useContext(PlayingContext);
  const start = useContext(SpanContext)?.from ?? 0;
  const held = typeof active === "function" ? active(now) : active;
  return (
    <PlayingContext.Provider value={playing && !held}>
      <FrameContext.Provider value={start + (held ? frame : now)}>{children}</FrameContext.Provider>
    </PlayingContext.Provider>
  );
}
