import { AbsoluteFill, interpolateColors, useCurrentFrame, useVideoConfig } from "remotion";

export default function GradientBackground() {
  const frame = useCurrentFrame();
  const { durationInFrames: total } = useVideoConfig();
  const one = interpolateColors(frame, [0, total / 2, total], ["#ff6f61", "rgb(72, 61, 139)", "hsl(180, 60%, 40%)"]);
  const other = interpolateColors(frame, [0, total], ["navy", "#ffd54f"]);
  return <AbsoluteFill style={{ background: `linear-gradient(${(frame / total) * 360}deg, ${one}, ${other})` }} />;
}
