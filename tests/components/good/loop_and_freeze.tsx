import { AbsoluteFill, Freeze, Loop, Sequence, useCurrentFrame } from "remotion";

const Pulse = () => {
  const frame = useCurrentFrame();
  return <div style={{ width: 100 + frame * 4, height: 100 + frame * 4, background: "tomato", borderRadius: "50%" }} />;
};

export default function LoopAndFreeze() {
  return (
    <AbsoluteFill style={{ background: "#222" }}>
      <Loop durationInFrames={20} layout="none"><Pulse /></Loop>
      <Sequence from={30} name="frozen" style={{ left: "50%" }}>
        <Freeze frame={10}><Pulse /></Freeze>
      </Sequence>
    </AbsoluteFill>
  );
}
