import { AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

export default function Countdown() {
  const frame = useCurrentFrame();
  const { fps, durationInFrames, height } = useVideoConfig();
  const left = Math.max(0, Math.ceil((durationInFrames - frame) / fps));
  const within = (frame % fps) / fps;
  return (
    <AbsoluteFill style={{ background: "black", color: "gold", alignItems: "center", justifyContent: "center" }}>
      <span style={{ fontSize: height * 0.5, transform: `scale(${interpolate(within, [0, 1], [1.3, 0.8])})`, opacity: 1 - within * 0.6 }}>
        {left}
      </span>
    </AbsoluteFill>
  );
}
