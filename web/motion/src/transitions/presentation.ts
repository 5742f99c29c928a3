/** What a transition is made of: a presentation, which draws, and a timing, which says how far it is. */
import type { ComponentType, CSSProperties, ReactNode } from "react";

/** What the component of a presentation is given; it draws its children, coming or going. */
export interface TransitionPresentationComponentProps<Props extends object> {
  readonly presentationProgress: number;
  readonly presentationDirection: "entering" | "exiting";
  readonly passedProps: Props;
  readonly presentationDurationInFrames: number;
  readonly children: ReactNode;
}

export interface TransitionPresentation<Props extends object = object> {
  readonly component: ComponentType<TransitionPresentationComponentProps<Props>>;
  readonly props: Props;
}

export interface TransitionTiming {
  getDurationInFrames(options: { readonly fps: number }): number;
  getProgress(options: { readonly frame: number; readonly fps: number }): number;
}

/** Styles that may be laid over what a presentation with one element computes. */
export interface OneLayerStyles {
  readonly enterStyle?: CSSProperties;
  readonly exitStyle?: CSSProperties;
}

/** Styles that may be laid over what a presentation with two elements computes. */
export interface TwoLayerStyles {
  readonly outerEnterStyle?: CSSProperties;
  readonly outerExitStyle?: CSSProperties;
  readonly innerEnterStyle?: CSSProperties;
  readonly innerExitStyle?: CSSProperties;
}
