import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  let n = 0;
  while (n >= 0) {
    n = (n + 1) % 1000;
  }
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{n}</b></AbsoluteFill>;
}
