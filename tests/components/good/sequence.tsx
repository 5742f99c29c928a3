import { AbsoluteFill, Sequence, useCurrentFrame } from "remotion";

function Part({ children }: { children: string }) {
  return <p>{children} {useCurrentFrame()}</p>;
}

export default function Parts() {
  return (
    <AbsoluteFill>
      <Sequence durationInFrames={30}><Part>one</Part></Sequence>
      <Sequence from={30}><Part>two</Part></Sequence>
    </AbsoluteFill>
  );
}
