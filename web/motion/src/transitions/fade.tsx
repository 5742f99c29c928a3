import type { ReactNode } from "react";
import { oneLayer } from "./layers";
import type { OneLayerStyles, TransitionPresentation, TransitionPresentationComponentProps } from "./presentation";

export interface FadeProps extends OneLayerStyles {
  /** For scenes that are not opaque: the one that goes fades out as well. */
  readonly shouldFadeOutExitingScene?: boolean;
}

/** The next scene fades in over the last. */
export function fade(props: FadeProps = {}): TransitionPresentation<FadeProps> {
  return { component: Fade, props };
}

function Fade(given: TransitionPresentationComponentProps<FadeProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const leaves = passedProps.shouldFadeOutExitingScene ? 1 - presentationProgress : 1;
  return oneLayer(given, { opacity: presentationDirection === "entering" ? presentationProgress : leaves });
}
