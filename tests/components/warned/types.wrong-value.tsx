import { AbsoluteFill, Sequence, useCurrentFrame } from "remotion";

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrame()}<Sequence name={3}><b>x</b></Sequence></AbsoluteFill>;
}
