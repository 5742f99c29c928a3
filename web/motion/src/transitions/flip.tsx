import type { ReactNode } from "react";
import { twoLayers } from "./layers";
import type { TransitionPresentation, TransitionPresentationComponentProps, TwoLayerStyles } from "./presentation";
import type { SlideDirection } from "./slide";

export type FlipDirection = SlideDirection;

export interface FlipProps extends TwoLayerStyles {
  readonly direction?: FlipDirection;
  /** CSS perspective in pixels; 1000 unless given. */
  readonly perspective?: number;
}

/** The last scene turns over, and the next is on its back. */
export function flip(props: FlipProps = {}): TransitionPresentation<FlipProps> {
  return { component: Flip, props };
}

function Flip(given: TransitionPresentationComponentProps<FlipProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const { direction = "from-left", perspective = 1_000 } = passedProps;
  const axis = direction === "from-left" || direction === "from-right" ? "Y" : "X";
  const sense = direction === "from-left" || direction === "from-bottom" ? 1 : -1;
  const turned = presentationDirection === "entering" ? presentationProgress - 1 : presentationProgress;
  return twoLayers(
    given,
    { perspective },
    { transform: `rotate${axis}(${sense * turned * 180}deg)`, backfaceVisibility: "hidden" },
  );
}
