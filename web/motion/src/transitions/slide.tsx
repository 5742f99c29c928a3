import type { ReactNode } from "react";
import { oneLayer } from "./layers";
import type { OneLayerStyles, TransitionPresentation, TransitionPresentationComponentProps } from "./presentation";

export type SlideDirection = "from-left" | "from-right" | "from-top" | "from-bottom";

export interface SlideProps extends OneLayerStyles {
  readonly direction?: SlideDirection;
}

/** The next scene pushes the last one out. */
export function slide(props: SlideProps = {}): TransitionPresentation<SlideProps> {
  return { component: Slide, props };
}

/** The axis, and the side from which a scene comes: -1 is left or top. */
const SIDES: Readonly<Record<SlideDirection, readonly ["X" | "Y", 1 | -1]>> = {
  "from-left": ["X", -1],
  "from-right": ["X", 1],
  "from-top": ["Y", -1],
  "from-bottom": ["Y", 1],
};

function Slide(given: TransitionPresentationComponentProps<SlideProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const [axis, side] = SIDES[passedProps.direction ?? "from-left"];
  const away = presentationDirection === "entering" ? side * (1 - presentationProgress) : -side * presentationProgress;
  return oneLayer(given, { transform: `translate${axis}(${away * 100}%)` });
}
