import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const [total, count] = [0, 0];
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{total / count}</b></AbsoluteFill>;
}
