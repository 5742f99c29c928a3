import type { ReactNode } from "react";
import { makePie } from "../shapes/make-pie";
import { twoLayers } from "./layers";
import type { TransitionPresentation, TransitionPresentationComponentProps, TwoLayerStyles } from "./presentation";

export interface ClockWipeProps extends TwoLayerStyles {
  readonly width: number;
  readonly height: number;
}

/** The next scene is uncovered like a dial by its hand; give the size of the video. */
export function clockWipe(props: ClockWipeProps): TransitionPresentation<ClockWipeProps> {
  return { component: ClockWipe, props };
}

function ClockWipe(given: TransitionPresentationComponentProps<ClockWipeProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const entering = presentationDirection === "entering" && presentationProgress < 1;
  return twoLayers(given, {}, entering ? { clipPath: dial(passedProps, presentationProgress) } : {});
}

function dial({ width, height }: ClockWipeProps, progress: number): string {
  const radius = Math.hypot(width, height) / 2;
  const { path } = makePie({ radius, progress, center: { x: width / 2, y: height / 2 } });
  return `path("${path}")`;
}
