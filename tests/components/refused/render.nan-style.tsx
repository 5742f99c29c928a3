import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b style={{ width: `${(100 / (frame * 0)) * 0}px` }}>x</b></AbsoluteFill>;
}
