import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  let a = 0;
  if (frame > 10) {
    a = useCurrentFrame();
  }
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{a}</b></AbsoluteFill>;
}
