/**
 * The motion runtime: what a component imports under the name `remotion`.
 *
 * Written from the public documentation of that API; it shares no code with it. Everything exported
 * here is the contract with components; what a host needs to drive them is in host.ts.
 */
export { AbsoluteFill } from "./absolute-fill";
export { cancelRender, continueRender, type DelayRenderOptions, delayRender, useDelayRender } from "./delay-render";
export { Easing } from "./easing";
export { Freeze, type FreezeProps } from "./freeze";
export { Img, type ImgProps } from "./img";
export { type EasingFunction, type ExtrapolateType, type InterpolateOptions, interpolate } from "./interpolate";
export { interpolateColors } from "./interpolate-colors";
export { Loop, type LoopProps } from "./loop";
export {
  Audio,
  Audio as Html5Audio,
  type AudioProps,
  OffthreadVideo,
  Video,
  Video as Html5Video,
  type VideoProps,
} from "./media";
export { random } from "./random";
export { Sequence, type SequenceProps } from "./sequence";
export { Series, type SeriesSequenceProps } from "./series";
export { measureSpring, type SpringConfig, type SpringOptions, spring } from "./spring";
export { staticFile } from "./static-file";
export { useCurrentFrame, useVideoConfig, type VideoConfig } from "./timeline";
