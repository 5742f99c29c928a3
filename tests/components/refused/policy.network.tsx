import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  fetch("https://example.com/data.json");
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>x</b></AbsoluteFill>;
}
