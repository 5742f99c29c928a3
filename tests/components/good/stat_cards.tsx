import * as React from "react";
import { AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig } from "remotion";

const format = (value: number, digits = 0): string => value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const Stat = React.memo(function Stat({ label, value, index }: { label: string; value: number; index: number }) {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  const shown = spring({ frame: frame - index * 6, fps, config: { damping: 200 } });
  return (
    <section style={{ flex: 1, margin: 20, padding: 30, borderRadius: 24, background: "#1c2541", transform: `translateY(${interpolate(shown, [0, 1], [80, 0])}px)`, opacity: shown }}>
      <strong style={{ fontSize: 72, color: "#6fffe9" }}>{format(value * shown)}</strong>
      <div style={{ fontSize: 30, color: "#e0e0e0" }}>{label}</div>
    </section>
  );
});

const STATS: Record<string, number> = { Users: 128_400, Countries: 94, Stars: 20_100 };

const StatCards: React.FC = () => (
  <AbsoluteFill style={{ background: "#0b132b", flexDirection: "row", alignItems: "center" }}>
    {Object.entries(STATS).map(([label, value], index) => (
      <Stat key={label} label={label} value={value} index={index} />
    ))}
  </AbsoluteFill>
);

export default StatCards;
