import { AbsoluteFill, Sequence } from "remotion";

export default function Scene() {
  return <AbsoluteFill><Sequence from={40} durationInFrames={20}><p /></Sequence></AbsoluteFill>;
}
