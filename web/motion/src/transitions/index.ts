/** What a component imports under the name `@remotion/transitions`. */
export type {
  TransitionPresentation,
  TransitionPresentationComponentProps,
  TransitionTiming,
} from "./presentation";
export { linearTiming, springTiming } from "./timing";
export { TransitionSeries, type TransitionSeriesProps } from "./transition-series";
