import { AbsoluteFill, random, useCurrentFrame } from "remotion";

export default function Particles() {
  const frame = useCurrentFrame();
  return (
    <AbsoluteFill>
      {Array.from({ length: 60 }, (_, index) => (
        <i key={index} style={{ position: "absolute", left: random(`x${index}`) * 1280, top: (random(index) * 720 + frame * 2) % 720, width: 4, height: 4, background: "#fff" }} />
      ))}
    </AbsoluteFill>
  );
}
