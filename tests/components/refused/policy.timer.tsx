import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  setTimeout(() => undefined, 100);
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>x</b></AbsoluteFill>;
}
