import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const size = { width: 10, ...(frame > 1000 ? {} : {}) };
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{size.height}</b></AbsoluteFill>;
}
