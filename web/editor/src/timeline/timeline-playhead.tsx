import type { ReactNode, RefObject } from "react";
import type { Playhead } from "../preview/playhead";
import { useFrame } from "../preview/use-playhead";
import { useKeptInSight } from "./use-kept-in-sight";

interface TimelinePlayheadProps {
  readonly playhead: Playhead;
  readonly total: number;
  readonly pixelsPerFrame: number;
  readonly track: RefObject<HTMLElement | null>;
}

/** The line where the video is; on a layer of its own, so that moving it draws nothing else. */
export function TimelinePlayhead({ playhead, total, pixelsPerFrame, track }: TimelinePlayheadProps): ReactNode {
  const at = useFrame(playhead, total) * pixelsPerFrame;
  useKeptInSight(track, at);
  return <div className="timeline-playhead" style={{ transform: `translateX(${at}px)` }} aria-hidden="true" />;
}
