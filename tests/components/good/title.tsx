import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

export default function Title({ title = "Nimbus", colour = "#ff7f50" }: { title?: string; colour?: string }) {
  const frame = useCurrentFrame();
  const opacity = interpolate(frame, [0, 20], [0, 1], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ backgroundColor: "#000080", justifyContent: "center", alignItems: "center" }}>
      <h1 style={{ color: colour, opacity, fontSize: 120 }}>{title}</h1>
    </AbsoluteFill>
  );
}
