import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const M = Math;
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{M.random()}</b></AbsoluteFill>;
}
