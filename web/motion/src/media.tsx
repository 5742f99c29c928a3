/** Video and Audio: a media element that stands at the frame's time, or plays along with it. Silent until the player lets it be heard. */
import { type ComponentPropsWithRef, type ReactNode, useContext, useEffect, useRef } from "react";
import { PlayingContext, useCurrentFrame, useVideoConfig } from "./timeline";
import { describe } from "./value";

export interface MediaProps {
  readonly src: string;
  /** Frames to cut off at the beginning of the file. */
  readonly trimBefore?: number;
  /** The frame of the file at which it ends. */
  readonly trimAfter?: number;
  /** The older name of trimBefore. */
  readonly startFrom?: number;
  /** The older name of trimAfter. */
  readonly endAt?: number;
  readonly playbackRate?: number;
  readonly loop?: boolean;
  /** Without effect where sound is off; where it is on, this one stays silent. */
  readonly muted?: boolean;
  /** Without effect. */
  readonly volume?: number | ((frame: number) => number);
  /** Without effect. */
  readonly name?: string;
}

export type VideoProps = MediaProps & Omit<ComponentPropsWithRef<"video">, keyof MediaProps | "autoPlay" | "controls">;
export type AudioProps = MediaProps & Omit<ComponentPropsWithRef<"audio">, keyof MediaProps | "autoPlay" | "controls">;

/** A video file, at the frame's time. */
export function Video(props: VideoProps): ReactNode {
  const { media, attributes } = useMedia<HTMLVideoElement, VideoProps>(props, "Video");
  return media === null ? null : <video {...attributes} {...media} playsInline />;
}

/** The same as Video. */
export function OffthreadVideo(props: VideoProps): ReactNode {
  return <Video {...props} />;
}

/** A sound file, in time with the frame. */
export function Audio(props: AudioProps): ReactNode {
  const { media, attributes } = useMedia<HTMLAudioElement, AudioProps>(props, "Audio");
  return media === null ? null : <audio {...attributes} {...media} />;
}

/** Seconds by which a playing element may be off before it is set right. */
const DRIFT_S = 0.25;

function useMedia<Element extends HTMLMediaElement, Props extends MediaProps>(props: Props, kind: string) {
  const { src, trimBefore, trimAfter, startFrom, endAt, playbackRate = 1, loop, ...rest } = props;
  if (typeof src !== "string" || src === "") {
    throw new TypeError(`src of a ${kind} is ${describe(src)}; give it staticFile(name) or a data: address`);
  }
  const { fps } = useVideoConfig();
  const begin = trimBefore ?? startFrom ?? 0;
  const at = begin + useCurrentFrame() * playbackRate;
  const ended = at >= (trimAfter ?? endAt ?? Number.POSITIVE_INFINITY);
  const ref = useSynced<Element>(at / fps, playbackRate, loop ?? false);
  const silent = rest.muted === true ? { "data-silent": "" } : {};
  const media = { ref, src, muted: true, ...silent, preload: "auto", "data-time": `${Number((at / fps).toFixed(4))}` };
  return { media: ended ? null : { ...media, loop: loop ?? false }, attributes: without(rest, IGNORED) };
}

function useSynced<Element extends HTMLMediaElement>(seconds: number, rate: number, loop: boolean) {
  const ref = useRef<Element>(null);
  const playing = useContext(PlayingContext);
  useEffect(() => {
    if (ref.current !== null) {
      ref.current.playbackRate = rate;
      sendTo(ref.current, loop, seconds, playing ? DRIFT_S : 0);
      run(ref.current, playing);
    }
  }, [seconds, rate, loop, playing]);
  return ref;
}

/** Sets the element right if it is further off than it may be. */
function sendTo(element: HTMLMediaElement, loop: boolean, seconds: number, mostOff: number): void {
  const due = loop && element.duration > 0 ? seconds % element.duration : seconds;
  if (Math.abs(element.currentTime - due) > mostOff) {
    element.currentTime = due;
  }
}

function run(element: HTMLMediaElement, playing: boolean): void {
  if (playing && element.paused) {
    element.play()?.catch(() => undefined); // Refused, it still shows each frame that it is sent to.
  } else if (!(playing || element.paused)) {
    element.pause();
  }
}

const IGNORED = [
  "muted",
  "volume",
  "name",
  "ref",
  "transparent",
  "toneFrequency",
  "toneMapped",
  "pauseWhenBuffering",
  "showInTimeline",
  "acceptableTimeShiftInSeconds",
  "allowAmplificationDuringRender",
  "delayRenderTimeoutInMilliseconds",
  "delayRenderRetries",
  "loopVolumeCurveBehavior",
  "onAutoPlayError",
  "onVideoFrame",
  "useWebAudioApi",
  "audioStreamIndex",
];

function without(props: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !names.includes(name)));
}
