import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b style={{ left: Math.random() * 100 }}>x</b></AbsoluteFill>;
}
