import type { ReactNode } from "react";
import { twoLayers } from "./layers";
import type { TransitionPresentation, TransitionPresentationComponentProps, TwoLayerStyles } from "./presentation";

export type WipeDirection =
  | "from-left"
  | "from-top-left"
  | "from-top"
  | "from-top-right"
  | "from-right"
  | "from-bottom-right"
  | "from-bottom"
  | "from-bottom-left";

export interface WipeProps extends TwoLayerStyles {
  readonly direction?: WipeDirection;
}

/** The next scene is uncovered over the last, along an edge or from a corner. */
export function wipe(props: WipeProps = {}): TransitionPresentation<WipeProps> {
  return { component: Wipe, props };
}

function Wipe(given: TransitionPresentationComponentProps<WipeProps>): ReactNode {
  const { presentationDirection, presentationProgress, passedProps } = given;
  const entering = presentationDirection === "entering";
  const seen = uncovered(passedProps.direction ?? "from-left", presentationProgress);
  return twoLayers(given, {}, entering ? { clipPath: seen } : {});
}

/** The part that is to be seen, as a CSS clip-path. */
function uncovered(direction: WipeDirection, progress: number): string {
  const rest = `${(1 - progress) * 100}%`;
  const edges: Readonly<Record<string, string>> = {
    "from-left": `inset(0 ${rest} 0 0)`,
    "from-right": `inset(0 0 0 ${rest})`,
    "from-top": `inset(0 0 ${rest} 0)`,
    "from-bottom": `inset(${rest} 0 0 0)`,
  };
  return edges[direction] ?? corner(direction, progress * 200);
}

/** A triangle that grows from a corner until it covers all, at 200 % of both sides. */
function corner(direction: WipeDirection, reach: number): string {
  const [x, y] = [direction.endsWith("right") ? 100 : 0, direction.includes("bottom") ? 100 : 0];
  const along = (start: number) => (start === 0 ? reach : 100 - reach);
  return `polygon(${x}% ${y}%, ${along(x)}% ${y}%, ${x}% ${along(y)}%)`;
}
