import type { ReactNode } from "react";
import { twoLayers } from "./layers";
import type { TransitionPresentation, TransitionPresentationComponentProps, TwoLayerStyles } from "./presentation";

export interface IrisProps extends TwoLayerStyles {
  readonly width: number;
  readonly height: number;
}

/** The next scene is uncovered by a growing circle; give the size of the video. */
export function iris(props: IrisProps): TransitionPresentation<IrisProps> {
  return { component: Iris, props };
}

function Iris(given: TransitionPresentationComponentProps<IrisProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const radius = (Math.hypot(passedProps.width, passedProps.height) / 2) * presentationProgress;
  const entering = presentationDirection === "entering";
  return twoLayers(given, {}, entering ? { clipPath: `circle(${radius}px at 50% 50%)` } : {});
}
