import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const n = frame;
  n as string;
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{n}</b></AbsoluteFill>;
}
