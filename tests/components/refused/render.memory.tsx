import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const kept: object[][] = [];
  for (let i = 0; i >= 0; i += 1) {
    kept.push(new Array(3_000_000).fill({}));
  }
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{kept.length}</b></AbsoluteFill>;
}
