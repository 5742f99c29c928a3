import { AbsoluteFill, Img, interpolate, staticFile, useCurrentFrame } from "remotion";

export default function KenBurns({ caption = "A slow look" }: { caption?: string }) {
  const frame = useCurrentFrame();
  const scale = interpolate(frame, [0, 89], [1, 1.15]);
  return (
    <AbsoluteFill style={{ background: "black" }}>
      <Img src={staticFile("logo.png")} style={{ width: "100%", height: "100%", objectFit: "cover", transform: `scale(${scale})` }} />
      <p style={{ position: "absolute", bottom: 60, left: 80, fontSize: 48, color: "white" }}>{caption}</p>
    </AbsoluteFill>
  );
}
