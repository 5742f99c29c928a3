import type { ComponentPropsWithRef, CSSProperties, ReactNode } from "react";

const FILL: CSSProperties = {
  position: "absolute",
  top: 0,
  left: 0,
  right: 0,
  bottom: 0,
  width: "100%",
  height: "100%",
  display: "flex",
  flexDirection: "column",
};

/** A div as large as the video, its children in a column. Later layers lie above earlier ones. */
export function AbsoluteFill({ style, ...rest }: ComponentPropsWithRef<"div">): ReactNode {
  return <div {...rest} style={style ? { ...FILL, ...style } : FILL} />;
}
