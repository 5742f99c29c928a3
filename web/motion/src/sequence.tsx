/** Sequence: shows its children for a stretch of time, in which frames count from zero. */
import { type CSSProperties, type ReactNode, useContext, useMemo } from "react";
import { AbsoluteFill } from "./absolute-fill";
import { FrameContext, type Span, SpanContext, useVideoConfig } from "./timeline";
import { describe } from "./value";

export interface SequenceProps {
  readonly children?: ReactNode;
  /** First frame, counted in the surrounding Sequence. */
  readonly from?: number;
  /** Length in frames; without it, until the surroundings end. */
  readonly durationInFrames?: number;
  /** "none" adds no element around the children. */
  readonly layout?: "absolute-fill" | "none";
  readonly name?: string;
  readonly style?: CSSProperties;
  readonly className?: string;
  readonly width?: number;
  readonly height?: number;
  readonly showInTimeline?: boolean;
  readonly premountFor?: number;
}

export function Sequence(props: SequenceProps): ReactNode {
  const { from = 0, durationInFrames = Number.POSITIVE_INFINITY, layout = "absolute-fill" } = props;
  checkStretch(from, durationInFrames, layout);
  const span = useSpan(from, durationInFrames);
  const frame = useContext(FrameContext) ?? 0;
  const shown = frame >= span.from && frame < span.from + Math.min(durationInFrames, span.durationInFrames);
  if (!shown) {
    return null;
  }
  return (
    <SpanContext.Provider value={span}>
      {layout === "none" ? props.children : <Layer {...props}>{props.children}</Layer>}
    </SpanContext.Provider>
  );
}

function Layer({ style, className, width, height, children }: SequenceProps): ReactNode {
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return (
    <AbsoluteFill {...(className === undefined ? {} : { className })} style={{ ...size, ...style }}>
      {children}
    </AbsoluteFill>
  );
}

function useSpan(from: number, durationInFrames: number): Span {
  const around = useContext(SpanContext);
  const video = useVideoConfig();
  const start = (around?.from ?? 0) + from;
  const length = Math.max(0, Math.min(video.durationInFrames - from, durationInFrames));
  return useMemo(() => ({ from: start, durationInFrames: length }), [start, length]);
}

function checkStretch(from: number, durationInFrames: number, layout: string): void {
  if (typeof from !== "number" || !Number.isFinite(from)) {
    throw new TypeError(`from of a Sequence is ${describe(from)}; give a finite number of frames`);
  }
  if (typeof durationInFrames !== "number" || !(durationInFrames > 0)) {
    const found = describe(durationInFrames);
    throw new TypeError(`durationInFrames of a Sequence is ${found}; give a number of frames above 0`);
  }
  if (layout !== "absolute-fill" && layout !== "none") {
    throw new TypeError(`layout of a Sequence is ${describe(layout)}; use "absolute-fill" or "none"`);
  }
}
