import { AbsoluteFill, random, useCurrentFrame, useVideoConfig } from "remotion";

interface Dot {
  x: number;
  y: number;
  size: number;
  speed: number;
}

const dots: Dot[] = [];
for (let i = 0; i < 60; i += 1) {
  dots.push({ x: random(`x${i}`), y: random(`y${i}`), size: 4 + random(`s${i}`) * 12, speed: 0.2 + random(i) });
}

export default function Dots() {
  const frame = useCurrentFrame();
  const { width, height } = useVideoConfig();
  return (
    <AbsoluteFill style={{ backgroundColor: "midnightblue" }}>
      {dots.map(({ x, y, size, speed }, i) => (
        <div
          key={i}
          style={{ position: "absolute", left: x * width, top: (y * height + frame * speed * 3) % height, width: size, height: size, borderRadius: "50%", background: "white", opacity: 0.6 }}
        />
      ))}
    </AbsoluteFill>
  );
}
