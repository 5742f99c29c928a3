/** Sequence: shows its children for a stretch of time, in which frames count from zero. */
import { type CSSProperties, type ReactNode, type Ref, useContext, useMemo } from "react";
import { AbsoluteFill } from "./absolute-fill";
import { Freeze } from "./freeze";
import { FrameContext, NoteContext, type Span, SpanContext, useVideoConfig } from "./timeline";
import { describe } from "./value";

export interface SequenceProps {
  readonly children?: ReactNode;
  /** First frame, counted in the surrounding Sequence; below 0 the beginning is cut off. */
  readonly from?: number;
  /** Length in frames; without it, until the surroundings end. */
  readonly durationInFrames?: number;
  /** "none" adds no element around the children. */
  readonly layout?: "absolute-fill" | "none";
  /** Without effect. */
  readonly name?: string;
  readonly style?: CSSProperties;
  readonly className?: string;
  /** Size of the layer, which useVideoConfig() tells inside. */
  readonly width?: number;
  readonly height?: number;
  /** Holds the children at one frame. */
  readonly freeze?: number;
  readonly hidden?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  /** Without effect. */
  readonly showInTimeline?: boolean;
  /** Without effect. */
  readonly premountFor?: number;
  /** Without effect. */
  readonly postmountFor?: number;
  /** Without effect. */
  readonly styleWhilePremounted?: CSSProperties;
}

/** Shows its children from frame `from` for `durationInFrames`; frames inside count from 0. A layer, unless layout="none". */
export function Sequence(props: SequenceProps): ReactNode {
  const { from = 0, durationInFrames = Number.POSITIVE_INFINITY, layout = "absolute-fill", freeze } = props;
  checkStretch(from, durationInFrames, layout);
  const span = useSpan(props, from, durationInFrames);
  useContext(NoteContext)?.(span.from, span.from + durationInFrames);
  const frame = useContext(FrameContext) ?? 0;
  const shown = frame >= span.from && frame < span.from + durationInFrames;
  if (!shown || props.hidden) {
    return null;
  }
  const children = freeze === undefined ? props.children : <Freeze frame={freeze}>{props.children}</Freeze>;
  return (
    <SpanContext.Provider value={span}>
      {layout === "none" ? children : <Layer {...props}>{children}</Layer>}
    </SpanContext.Provider>
  );
}

function Layer({ style, className, width, height, ref, children }: SequenceProps): ReactNode {
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  const given = { ...(className === undefined ? {} : { className }), ...(ref === undefined ? {} : { ref }) };
  return (
    <AbsoluteFill {...given} style={{ ...size, ...style }}>
      {children}
    </AbsoluteFill>
  );
}

function useSpan({ width, height }: SequenceProps, from: number, durationInFrames: number): Span {
  const around = useContext(SpanContext);
  const video = useVideoConfig();
  const start = (around?.from ?? 0) + from;
  const length = Math.max(0, Math.min(video.durationInFrames - from, durationInFrames));
  const [wide, high] = [width ?? around?.width, height ?? around?.height];
  return useMemo(
    () => ({ from: start, durationInFrames: length, width: wide, height: high }),
    [start, length, wide, high],
  );
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
