import { AbsoluteFill, useCurrentFrame } from "@remotion/core";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>x</b></AbsoluteFill>;
}
