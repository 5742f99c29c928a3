import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";
import { loadFont } from "@remotion/google-fonts/Inter";

const { fontFamily } = loadFont();

export default function Fonts({ title = "Set in Inter" }) {
  const frame = useCurrentFrame();
  const letterSpacing = interpolate(frame, [0, 40], [24, 0], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ fontFamily, fontSize: 96, fontWeight: 900, letterSpacing, background: "#fff", justifyContent: "center", textAlign: "center" }}>
      {title}
    </AbsoluteFill>
  );
}
