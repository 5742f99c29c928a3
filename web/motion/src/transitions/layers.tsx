/** The elements that presentations draw their children in. */
import type { CSSProperties, ReactNode } from "react";
import { AbsoluteFill } from "../absolute-fill";
import type { OneLayerStyles, TransitionPresentationComponentProps, TwoLayerStyles } from "./presentation";

type Given<Props extends object> = TransitionPresentationComponentProps<Props>;

/** One layer, in the style of the way it goes. */
export function oneLayer<Props extends OneLayerStyles>(given: Given<Props>, style: CSSProperties): ReactNode {
  const entering = given.presentationDirection === "entering";
  const more = entering ? given.passedProps.enterStyle : given.passedProps.exitStyle;
  return <AbsoluteFill style={{ ...style, ...more }}>{given.children}</AbsoluteFill>;
}

/** A layer in a layer. */
export function twoLayers<Props extends TwoLayerStyles>(
  given: Given<Props>,
  outer: CSSProperties,
  inner: CSSProperties,
): ReactNode {
  const { outerEnterStyle, outerExitStyle, innerEnterStyle, innerExitStyle } = given.passedProps;
  const entering = given.presentationDirection === "entering";
  return (
    <AbsoluteFill style={{ ...outer, ...(entering ? outerEnterStyle : outerExitStyle) }}>
      <AbsoluteFill style={{ ...inner, ...(entering ? innerEnterStyle : innerExitStyle) }}>
        {given.children}
      </AbsoluteFill>
    </AbsoluteFill>
  );
}
