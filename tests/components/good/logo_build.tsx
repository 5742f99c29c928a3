import { AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig } from "remotion";
import { Circle, Star, Triangle } from "@remotion/shapes";

export default function LogoBuild() {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  const pop = (delay: number) => spring({ frame: frame - delay, fps, config: { damping: 9, mass: 0.6 } });
  return (
    <AbsoluteFill style={{ background: "#fff8e1", alignItems: "center", justifyContent: "center" }}>
      <div style={{ display: "flex", gap: 40 }}>
        <div style={{ transform: `scale(${pop(0)})` }}><Circle radius={80} fill="#e53935" /></div>
        <div style={{ transform: `scale(${pop(8)}) rotate(${interpolate(pop(8), [0, 1], [-90, 0])}deg)` }}>
          <Triangle length={160} direction="up" fill="#1e88e5" />
        </div>
        <div style={{ transform: `scale(${pop(16)})` }}><Star points={5} innerRadius={40} outerRadius={85} fill="#fdd835" /></div>
      </div>
    </AbsoluteFill>
  );
}
