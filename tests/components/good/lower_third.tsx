import { AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig } from "remotion";

interface LowerThirdProps {
  name?: string;
  role?: string;
  accent?: string;
}

const LowerThird: React.FC<LowerThirdProps> = ({ name = "Ada Lovelace", role = "Analyst", accent = "#ff6f61" }) => {
  const frame = useCurrentFrame();
  const { fps, width, durationInFrames } = useVideoConfig();
  const entrance = spring({ frame, fps, config: { damping: 18, stiffness: 120 } });
  const exit = interpolate(frame, [durationInFrames - 15, durationInFrames - 1], [1, 0], {
    extrapolateLeft: "clamp",
    extrapolateRight: "clamp",
  });
  const shift = interpolate(entrance, [0, 1], [-width * 0.4, 0]);
  return (
    <AbsoluteFill style={{ justifyContent: "flex-end", padding: "8%" }}>
      <div style={{ transform: `translateX(${shift}px)`, opacity: exit, borderLeft: `8px solid ${accent}`, paddingLeft: 24 }}>
        <div style={{ fontSize: width / 24, fontWeight: 800, color: "white" }}>{name}</div>
        <div style={{ fontSize: width / 40, color: "#c8d0e0" }}>{role}</div>
      </div>
    </AbsoluteFill>
  );
};

export default LowerThird;
