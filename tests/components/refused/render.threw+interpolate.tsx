import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ opacity: interpolate(frame, [30, 10], [0, 1]) }}>x</AbsoluteFill>;
}
