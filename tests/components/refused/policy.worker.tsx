import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const channel = new BroadcastChannel("x");
  channel.postMessage(frame);
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>x</b></AbsoluteFill>;
}
