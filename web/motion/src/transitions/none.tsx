import type { ReactNode } from "react";
import { oneLayer } from "./layers";
import type { OneLayerStyles, TransitionPresentation, TransitionPresentationComponentProps } from "./presentation";

export type NoneProps = OneLayerStyles;

/** No effect: both scenes are there, the next one on top. */
export function none(props: NoneProps = {}): TransitionPresentation<NoneProps> {
  return { component: None, props };
}

function None(given: TransitionPresentationComponentProps<NoneProps>): ReactNode {
  return oneLayer(given, {});
}
