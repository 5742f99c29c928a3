import { AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

export default function MaskedText() {
  const frame = useCurrentFrame();
  const { width, height } = useVideoConfig();
  const x = interpolate(frame, [0, 45], [0, width], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill>
      <svg width={width} height={height}>
        <defs>
          <clipPath id="reveal"><rect x={0} y={0} width={x} height={height} /></clipPath>
          <linearGradient id="ink" x1="0" x2="1"><stop offset="0" stopColor="#ff8a65" /><stop offset="1" stopColor="#7e57c2" /></linearGradient>
        </defs>
        <rect width={width} height={height} fill="#121212" />
        <text x={width / 2} y={height / 2} textAnchor="middle" fontSize={150} fontWeight={900} fill="url(#ink)" clipPath="url(#reveal)">REVEAL</text>
      </svg>
    </AbsoluteFill>
  );
}
