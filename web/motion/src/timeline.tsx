/** Where in time a component is: the frame it is asked for, and the video around it. */
import { createContext, type ReactNode, useContext, useMemo } from "react";

/** What a host tells: size in pixels, frames per second, length in frames, and the component's props. */
export interface Video {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly durationInFrames: number;
  readonly props: Readonly<Record<string, unknown>>;
}

export interface VideoConfig extends Video {
  readonly defaultProps: Readonly<Record<string, unknown>>;
}

/** A stretch of the video with its own zero, `from` in frames of the whole video; its own size, if it has one. */
export interface Span {
  readonly from: number;
  readonly durationInFrames: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export type Note = (from: number, until: number) => void;

export const FrameContext = createContext<number | null>(null);
export const SpanContext = createContext<Span | null>(null);
/** Whether time runs by itself, so that media play, or stands, so that they show the frame. */
export const PlayingContext = createContext(false);
/** Hears of each stretch that a Sequence asks for, in frames of the whole video; for hosts that check. */
export const NoteContext = createContext<Note | null>(null);
const VideoContext = createContext<VideoConfig | null>(null);

/** The frame to draw, counted from the start of the innermost Sequence. */
export function useCurrentFrame(): number {
  const frame = useContext(FrameContext);
  const span = useContext(SpanContext);
  if (frame === null) {
    throw outside("useCurrentFrame");
  }
  return frame - (span?.from ?? 0);
}

/** {width, height, fps, durationInFrames} of the video; inside a Sequence the length is that of the Sequence. */
export function useVideoConfig(): VideoConfig {
  const video = useContext(VideoContext);
  const span = useContext(SpanContext);
  const config = useMemo(() => (video && span ? within(video, span) : video), [video, span]);
  if (config === null) {
    throw outside("useVideoConfig");
  }
  return config;
}

export function VideoProvider(props: {
  video: Video;
  frame: number;
  playing?: boolean;
  note?: Note | null;
  children: ReactNode;
}): ReactNode {
  const { video, playing = false, note = null } = props;
  const config = useMemo<VideoConfig>(() => ({ ...video, defaultProps: {} }), [video]);
  return (
    <VideoContext.Provider value={config}>
      <PlayingContext.Provider value={playing}>
        <SpanContext.Provider value={null}>
          <NoteContext.Provider value={note}>
            <FrameContext.Provider value={props.frame}>{props.children}</FrameContext.Provider>
          </NoteContext.Provider>
        </SpanContext.Provider>
      </PlayingContext.Provider>
    </VideoContext.Provider>
  );
}

function within(video: VideoConfig, { durationInFrames, width, height }: Span): VideoConfig {
  return { ...video, durationInFrames, width: width ?? video.width, height: height ?? video.height };
}

function outside(hook: string): Error {
  return new Error(`${hook}() was called outside a video; call it while the component draws, at its top level`);
}
