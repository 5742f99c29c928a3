import { AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

const RADIUS = 140;
const AROUND = 2 * Math.PI * RADIUS;

export default function ProgressRing({ percent = 72 }: { percent?: number }) {
  const frame = useCurrentFrame();
  const { durationInFrames } = useVideoConfig();
  const done = interpolate(frame, [0, durationInFrames * 0.7], [0, percent], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ alignItems: "center", justifyContent: "center", background: "#101418", color: "white" }}>
      <svg width={360} height={360}>
        <g transform="rotate(-90 180 180)" fill="none" strokeWidth={28} strokeLinecap="round">
          <circle cx={180} cy={180} r={RADIUS} stroke="#263238" />
          <circle cx={180} cy={180} r={RADIUS} stroke="#69f0ae" strokeDasharray={AROUND} strokeDashoffset={AROUND * (1 - done / 100)} />
        </g>
        <text x={180} y={200} textAnchor="middle" fontSize={64} fill="white">{Math.round(done)}%</text>
      </svg>
    </AbsoluteFill>
  );
}
