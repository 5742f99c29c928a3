import { AbsoluteFill, Sequence, useCurrentFrame } from "remotion";

const Count = () => <b>{useCurrentFrame()}</b>;

export default function Scene() {
  return (
    <AbsoluteFill>
      <Count />
      <Sequence from={120} durationInFrames={60}><Count /></Sequence>
    </AbsoluteFill>
  );
}
