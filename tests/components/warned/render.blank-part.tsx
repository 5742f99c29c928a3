import { AbsoluteFill, Sequence, useCurrentFrame } from "remotion";

const Count = () => <b>{useCurrentFrame()}</b>;

export default function Scene() {
  return <AbsoluteFill><Sequence durationInFrames={50}><Count /></Sequence></AbsoluteFill>;
}
