import { AbsoluteFill, Easing, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

const DATA = [12, 30, 22, 48, 41, 66, 80];

export default function LineChart() {
  const frame = useCurrentFrame();
  const { width, height } = useVideoConfig();
  const [w, h] = [width * 0.8, height * 0.6];
  const max = Math.max(...DATA);
  const points = DATA.map((value, i) => [(i / (DATA.length - 1)) * w, h - (value / max) * h] as const);
  const path = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const length = points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
  const drawn = interpolate(frame, [5, 60], [length, 0], {
    easing: Easing.inOut(Easing.cubic),
    extrapolateLeft: "clamp",
    extrapolateRight: "clamp",
  });
  return (
    <AbsoluteFill style={{ backgroundColor: "#0b1021", alignItems: "center", justifyContent: "center" }}>
      <svg width={w} height={h} viewBox={`0 0 ${w} ${h}`} style={{ overflow: "visible" }}>
        <path d={path} fill="none" stroke="#4dd0e1" strokeWidth={6} strokeDasharray={length} strokeDashoffset={drawn} />
        {points.map(([x, y], i) => (
          <circle key={i} cx={x} cy={y} r={interpolate(frame, [10 + i * 7, 18 + i * 7], [0, 9], { extrapolateLeft: "clamp", extrapolateRight: "clamp" })} fill="white" />
        ))}
      </svg>
    </AbsoluteFill>
  );
}
