import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{Date.now() % 1000}</b></AbsoluteFill>;
}
